import { fetchQuery, graphql, type IEnvironment } from 'relay-runtime';
import type { articleListQuery } from './__generated__/articleListQuery.graphql';
import articleListNextPageQuery, { type articleListNextPageQuery as NextPageQuery } from './__generated__/articleListNextPageQuery.graphql';
import type { articleList_query$key } from './__generated__/articleList_query.graphql';
import { readFragment } from './readFragment';

const query = graphql`
  query articleListQuery($count: Int!) {
    ...articleList_query @arguments(count: $count)
  }
`;

const articleList = graphql`
  fragment articleList_query on Query
  @refetchable(queryName: "articleListNextPageQuery")
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }) {
    articles(first: $count, after: $cursor) @connection(key: "articleList_articles") {
      edges {
        node {
          ...articleRow_article
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

/** Fetches the first page. */
export async function openArticleList(environment: IEnvironment, count: number): Promise<articleList_query$key> {
  const list = await fetchQuery<articleListQuery>(environment, query, { count }).toPromise();
  if (!list) throw new Error('The API gave no answer.');
  return list;
}

/** All pages that were fetched so far, as one list. */
export function readArticleList(environment: IEnvironment, list: articleList_query$key) {
  const { articles } = readFragment(environment, articleList, list);
  return { articles: articles?.edges?.map(({ node }) => node) ?? [], pageInfo: articles?.pageInfo };
}

/** Fetches the next page, which the store appends to the list. */
export async function loadNextPage(environment: IEnvironment, list: articleList_query$key, count: number): Promise<void> {
  const cursor = readArticleList(environment, list).pageInfo?.endCursor;
  await fetchQuery<NextPageQuery>(environment, articleListNextPageQuery, { count, cursor }).toPromise();
}
