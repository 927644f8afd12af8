import { ArticleListQuery as ApolloList } from '../../../../samples/clients/apollo/src/articles.js';
import { createClient as createApolloClient } from '../../../../samples/clients/apollo/src/client.js';
import { ArticleDocument, NextPageDocument } from '../../../../samples/clients/codegen/src/generated/operations.js';
import { request } from '../../../../samples/clients/codegen/src/request.js';
import { openArticleList, readArticleList } from '../../../../samples/clients/relay/src/articleList';
import { readArticle } from '../../../../samples/clients/relay/src/articleRow';
import { createEnvironment } from '../../../../samples/clients/relay/src/environment';
import { ArticleListQuery as UrqlList } from '../../../../samples/clients/urql/src/articles.js';
import { createClient as createUrqlClient } from '../../../../samples/clients/urql/src/client.js';

// Each line below would compile if the types were any; it has to be wrong, or the compiler complains of the comment above it.

const apollo = await createApolloClient('').query({ query: ApolloList, variables: { first: 1 } });
export const apolloTitle: string | undefined = apollo.data?.articles?.edges?.[0]?.node.title;
// @ts-expect-error A date may be missing.
export const apolloDate: string | undefined = apollo.data?.articles?.edges?.[0]?.node.publishedAt;
// @ts-expect-error The variable is a number.
void createApolloClient('').query({ query: ApolloList, variables: { first: 'one' } });
// @ts-expect-error The filter has no such operator.
void createApolloClient('').query({ query: ApolloList, variables: { first: 1, where: { title: { like: 'a' } } } });

const urql = await createUrqlClient('').query(UrqlList, { first: 1 });
export const urqlTitle: string | undefined = urql.data?.articles?.edges?.[0]?.node.title;
// @ts-expect-error A date may be missing.
export const urqlDate: string | undefined = urql.data?.articles?.edges?.[0]?.node.publishedAt;
// @ts-expect-error The variable is needed.
void createUrqlClient('').query(UrqlList, {});

const { article } = await request('', ArticleDocument, { path: '/about' });
export const html: string | undefined = article?.body.html;
export const parameters: Record<string, unknown> | undefined = article?.params;
// @ts-expect-error The query does not ask for the number of words.
void article?.wordCount;
// @ts-expect-error The variable is a number.
void request('', NextPageDocument, { first: 'one' });

const environment = createEnvironment('');
const { articles, pageInfo } = readArticleList(environment, await openArticleList(environment, 1));
export const hasNextPage: boolean | undefined = pageInfo?.hasNextPage;
const row = readArticle(environment, articles[0]!);
export const relayTitle: string = row.title;
// @ts-expect-error A date may be missing.
export const relayDate: string = row.publishedAt;
// @ts-expect-error What a fragment asks for is seen by its own reader alone.
void articles[0]?.title;
