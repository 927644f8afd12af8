import { filter, firstValueFrom } from 'rxjs';
import { ArticleListQuery, ArticleQuery } from './articles.js';
import { createClient } from './client.js';

const client = createClient(process.env.CONTENTAPI_URL ?? 'http://127.0.0.1:8080/graphql');

// What useQuery of React, and its like, do underneath.
const list = client.watchQuery({ query: ArticleListQuery, variables: { first: 5 } });
const firstPage = await firstValueFrom(list.pipe(filter((result) => result.dataState === 'complete')));
await list.fetchMore({ variables: { after: firstPage.data.articles?.pageInfo.endCursor } });

const articles = client.readQuery({ query: ArticleListQuery, variables: { first: 5 } })?.articles?.edges ?? [];
for (const { node } of articles) {
  console.log(`${node.publishedAt?.slice(0, 10)}  ${node.title}`);
}

// All of it is known from the list: nothing is sent.
const newest = articles[0]?.node;
if (newest) {
  const { data } = await client.query({ query: ArticleQuery, variables: { id: newest.id } });
  console.log(`\nThe newest is ${data?.article?.path} in ${data?.article?.primaryCategory?.name}.`);
}
