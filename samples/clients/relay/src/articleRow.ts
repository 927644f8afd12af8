import { fetchQuery, graphql, type IEnvironment } from 'relay-runtime';
import articleRowRefetchQuery, { type articleRowRefetchQuery as RefetchQuery } from './__generated__/articleRowRefetchQuery.graphql';
import type { articleRow_article$key } from './__generated__/articleRow_article.graphql';
import { readFragment } from './readFragment';

const articleRow = graphql`
  fragment articleRow_article on Article @refetchable(queryName: "articleRowRefetchQuery") {
    id
    title
    path
    publishedAt
    primaryCategory {
      name
    }
  }
`;

/** The article as the store has it. */
export function readArticle(environment: IEnvironment, article: articleRow_article$key) {
  return readFragment(environment, articleRow, article);
}

/** Asks for one article again, with `node(id:)`; lists that show it change too. */
export async function refetchArticle(environment: IEnvironment, id: string): Promise<void> {
  await fetchQuery<RefetchQuery>(environment, articleRowRefetchQuery, { id }).toPromise();
}
