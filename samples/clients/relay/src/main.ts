import { loadNextPage, openArticleList, readArticleList } from './articleList';
import { readArticle, refetchArticle } from './articleRow';
import { createEnvironment } from './environment';

async function main() {
  const environment = createEnvironment(process.env.CONTENTAPI_URL ?? 'http://127.0.0.1:8080/graphql');

  const list = await openArticleList(environment, 5);
  await loadNextPage(environment, list, 5);

  const articles = readArticleList(environment, list).articles.map((article) => readArticle(environment, article));
  for (const { publishedAt, title } of articles) {
    console.log(`${publishedAt?.slice(0, 10)}  ${title}`);
  }

  // Any object can be asked for again by its id.
  const newest = articles[0];
  if (newest) {
    await refetchArticle(environment, newest.id);
    console.log(`\nThe newest is ${newest.path} in ${newest.primaryCategory?.name}.`);
  }
}

void main();
