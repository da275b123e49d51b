import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './styles/tokens.css'
import './styles/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { connect, connectionKey } from './connection.ts'
import { i18n } from './i18n.ts'

createApp(App).provide(connectionKey, connect()).use(createPinia()).use(i18n).mount('#app')
