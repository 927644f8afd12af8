// @ts-check
const config = {
  title: 'Chart room',
  url: 'https://charts.example.org',
  baseUrl: '/',
  i18n: { defaultLocale: 'en', locales: ['en', 'zh-Hans'] },
};

export default config;
