import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../link/funnel.ts';
import { PartFailed } from './guard.tsx';

type State<P> = { readonly view: ComponentType<P> } | { readonly failure: string } | null;

const readers: (() => Promise<unknown>)[] = [];

/**
 * A view whose code is a file of its own, so that the panel is there sooner. Nothing stands in its place while the file is
 * read; an extension that was updated while its panel is open no longer has it, which is said.
 */
export function later<P extends object>(read: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  let ready: State<P> = null;
  const get = async (): Promise<State<P>> => {
    if (ready !== null && 'view' in ready) return ready;
    try {
      ready = { view: await read() };
    } catch (error) {
      ready = { failure: messageOf(error) };
    }
    return ready;
  };
  readers.push(get);
  return function Later(props: P) {
    const [state, setState] = useState<State<P>>(ready);
    useEffect(() => {
      if (state === null) void get().then(setState);
    }, [state]);
    if (state === null) return null;
    if ('failure' in state) return <PartFailed message={state.failure} />;
    const View = state.view;
    return <View {...props} />;
  };
}

/** Reads all of them, one after the other, when the panel has nothing better to do. */
export async function readTheRest(): Promise<void> {
  for (const read of readers) await read();
}
