export const menus = { file: 'File', edit: 'Edit', brief: 'Brief', view: 'View', launch: 'Launch', help: 'Help' }
