import { getFragment, getSingularSelector, type GraphQLTaggedNode, type IEnvironment } from 'relay-runtime';

/** What the compiler generates as `…$key`. */
type FragmentKey<Data> = { readonly ' $data'?: Data };

/** What the store has of a fragment: what useFragment of React does, without React. */
export function readFragment<Data>(environment: IEnvironment, fragment: GraphQLTaggedNode, key: FragmentKey<Data>): Data {
  return environment.lookup(getSingularSelector(getFragment(fragment), key)).data as Data;
}
