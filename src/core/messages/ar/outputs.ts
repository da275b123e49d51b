import type { outputs as words } from '../en/outputs.ts'

export const outputs: typeof words = {
  title: 'المخرجات',
  hint: 'ما يصنعه الإطلاق للموقع ولغيره. واحد على الأقل.',
  names: {
    page: 'صفحة',
    fragment: 'مقطع',
    data: 'بيانات',
    jsonFeed: 'JSON Feed',
    rss: 'RSS',
    atom: 'Atom',
    sitemap: 'خريطة الأخبار',
    schemaOrg: 'بيانات منظَّمة',
    ninjs: 'ninjs',
    newsml: 'NewsML-G2',
    markdown: 'Markdown',
    text: 'نص عادي',
  },
  hints: {
    page: 'الصفحة كاملة، كما تُعرض.',
    fragment: 'ليُدرج في صفحة من الموقع.',
    data: 'كل شيء، لمطوّري الموقع.',
    jsonFeed: 'لقارئات الخلاصات والتطبيقات.',
    rss: 'لقارئات الخلاصات.',
    atom: 'لقارئات الخلاصات.',
    sitemap: 'تُعلم محركات البحث بالجديد. تحتاج عنوان الموقع.',
    schemaOrg: 'لمحركات البحث، حيث يصنع الموقع صفحته. وهي مضمَّنة في الصفحة.',
    ninjs: 'للوكالات وزبائنها، بصيغة JSON.',
    newsml: 'للوكالات وزبائنها، بصيغة XML.',
    markdown: 'للمواقع الثابتة والمستندات.',
    text: 'للبريد والمحادثات.',
  },
}
