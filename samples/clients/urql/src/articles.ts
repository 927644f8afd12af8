import { graphql } from './generated/gql.js';

export const ArticleListQuery = graphql(`
  query ArticleList($first: Int!, $after: String, $where: ArticleFilterInput) {
    articles(first: $first, after: $after, where: $where) {
      edges {
        cursor
        node {
          id
          title
          path
          publishedAt
          primaryCategory { id name }
        }
      }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);

export const ArticleQuery = graphql(`
  query Article($id: ID!) {
    article(by: { id: $id }) {
      id
      title
      path
      publishedAt
      primaryCategory { id name }
    }
  }
`);
