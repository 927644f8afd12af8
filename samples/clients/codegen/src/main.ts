import { ArticleDocument, HomeDocument } from './generated/operations.js';
import { request } from './request.js';

const url = process.env.CONTENTAPI_URL ?? 'http://127.0.0.1:8080/graphql';

const { site, articles } = await request(url, HomeDocument, { first: 5 });
console.log(`${site.title}: ${site.articleCount} articles`);
for (const { publishedAt, title } of articles?.nodes ?? []) {
  console.log(`${publishedAt?.slice(0, 10)}  ${title}`);
}

const newest = articles?.nodes?.[0];
if (newest) {
  const { article } = await request(url, ArticleDocument, { path: newest.path });
  console.log(`\nThe newest is ${article?.title}, by ${article?.authors.map(({ name }) => name).join(' and ')}.`);
}
