/** Renders a component for a test inside the app's surroundings. */

import type { Component, ComponentProps } from 'svelte';
import { render } from '@testing-library/svelte';
import type { AppState } from '../state/app-state.svelte.ts';
import TestFrame from './TestFrame.svelte';

// `any`: a component with required props fits no narrower constraint.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function renderInApp<Tested extends Component<any>>(
  app: AppState,
  component: Tested,
  props: ComponentProps<Tested>,
): ReturnType<typeof render> {
  return render(TestFrame, { props: { app, component, props } });
}
