import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';

/** A client of the API at the address, such as `http://127.0.0.1:8080/graphql`. */
export function createClient(uri: string): ApolloClient {
  return new ApolloClient({
    cache: new InMemoryCache({
      typePolicies: {
        // What has no id: there is one site, and a body is a part of its article.
        Site: { keyFields: [] },
        ArticleBody: { merge: true },
        Query: {
          fields: {
            // Pages of one list are joined; another filter or order is another list.
            articles: relayStylePagination(['where', 'order']),
            // An article that a list has brought need not be asked for again.
            article: {
              read(answer, { args, canRead, toReference }) {
                const article = toReference({ __typename: 'Article', id: args?.by.id });
                return canRead(article) ? article : answer;
              },
            },
          },
        },
      },
    }),
    // A hash in a GET is short, and caches in front of the server keep the answer.
    link: new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(new HttpLink({ uri })),
  });
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
