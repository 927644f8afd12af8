import { Environment, Network, RecordSource, Store, type FetchFunction, type GraphQLResponse } from 'relay-runtime';

/** A store of what is known, and the way to the API at the address, such as `http://127.0.0.1:8080/graphql`. */
export function createEnvironment(url: string): Environment {
  const send: FetchFunction = async ({ text: query }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  };

  return new Environment({ network: Network.create(send), store: new Store(new RecordSource()) });
}
