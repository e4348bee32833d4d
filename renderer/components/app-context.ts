/** Hands the app's state down the tree without passing it through every component. */

import { createContext } from 'svelte';
import type { AppState } from '../state/app-state.svelte.ts';

export const [getApp, setApp] = createContext<AppState>();
