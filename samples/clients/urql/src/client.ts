import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { persistedExchange } from '@urql/exchange-persisted';
import schema from './generated/introspection.js';

/** A client of the API at the address, such as `http://127.0.0.1:8080/graphql`. */
export function createClient(url: string): Client {
  return new Client({
    url,
    exchanges: [
      cacheExchange({
        schema,
        keys: Object.fromEntries(typesWithoutId().map((name) => [name, () => null])),
        resolvers: {
          Query: {
            // Pages of one list are joined; another filter or order is another list.
            articles: relayPagination(),
            // An article that a list has brought need not be asked for again.
            article: (_query, args: { by?: { id?: string } }, cache) => {
              const article = { __typename: 'Article', id: args.by?.id ?? null };
              return cache.resolve(article, 'id') ? article : cache.resolve('Query', 'article', args);
            },
          },
        },
      }),
      // A hash in a GET is short, and caches in front of the server keep the answer.
      persistedExchange({ preferGetForPersistedQueries: true }),
      fetchExchange,
    ],
  });
}

/** Objects of these types are a part of the one that they belong to. */
function typesWithoutId(): string[] {
  const types = schema.__schema.types.filter((type) => type.kind === 'OBJECT');
  return types.filter(({ fields }) => !fields.some(({ name }) => name === 'id')).map(({ name }) => name);
}
