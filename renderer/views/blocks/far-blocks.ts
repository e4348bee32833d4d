/**
 * Keeps large programs fluid while blocks are dragged or the view is scrolled: what lies far outside the view is not painted in the
 * meantime. A browser sorts every painted block into layers for each frame, seen or not; that is what costs. Nothing is hidden
 * while all is at rest, so that every block can have the focus and be read out.
 */

import * as Blockly from 'blockly/core';
import { type Disposable, toDisposable } from '#common/lifecycle/disposable.ts';
import './far-blocks.css';

const FAR = 'pinlab-far';
const DRAGGING = 'pinlab-dragging';
/** How long the view must rest before everything is painted again, ms. */
const REST = 300;
/** Smaller programs are fluid anyway. */
const FEW = 150;

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Watches one workspace until disposed. */
export function hideFarBlocks(workspace: Blockly.WorkspaceSvg): Disposable {
  const host = workspace.getInjectionDiv();
  let far: readonly Blockly.BlockSvg[] = [];
  let dragging = false;
  let timer: number | undefined;

  function show(): void {
    for (const block of far) block.removeClass(FAR);
    far = [];
  }

  function hide(): void {
    const blocks = workspace.getAllBlocks(false);
    if (blocks.length < FEW) return;
    const view = workspace.getMetricsManager().getViewMetrics(true);
    const focused = host.contains(document.activeElement) ? document.activeElement : null;
    const next = blocks.filter((block) => isFar(areaOf(block), view) && !holds(block, focused));
    const kept = new Set(next);
    for (const block of far) if (!kept.has(block)) block.removeClass(FAR);
    for (const block of next) block.addClass(FAR);
    far = next;
  }

  function settle(): void {
    timer = undefined;
    if (!dragging) show();
  }

  function onEvent(event: Blockly.Events.Abstract): void {
    const isDrag = event instanceof Blockly.Events.BlockDrag;
    if (!isDrag && !(event instanceof Blockly.Events.ViewportChange)) return;
    if (isDrag) {
      dragging = event.isStart === true;
      host.classList.toggle(DRAGGING, dragging);
    }
    if (!isDrag || dragging) hide();
    window.clearTimeout(timer);
    timer = window.setTimeout(settle, REST);
  }

  workspace.addChangeListener(onEvent);
  return toDisposable(() => {
    window.clearTimeout(timer);
    workspace.removeChangeListener(onEvent);
  });
}

/**
 * Whether something is more than a view away from the view: dragging moves blocks by less than that, and scrolling asks again.
 */
export function isFar(area: Area, view: Area): boolean {
  const apart = (start: number, length: number, from: number, size: number): boolean =>
    start + length < from - size || start > from + 2 * size;
  return (
    apart(area.top, area.height, view.top, view.height) || apart(area.left, area.width, view.left, view.width)
  );
}

/** In workspace units. A connection knows its place; asking the page for it would lay out the page for each block. */
function areaOf(block: Blockly.BlockSvg): Area {
  const { x, y } = block.previousConnection ?? block.outputConnection ?? block.nextConnection ?? NOWHERE;
  return { left: x, top: y, width: block.width, height: block.height };
}

const NOWHERE = { x: 0, y: 0 };

function holds(block: Blockly.BlockSvg, element: Element | null): boolean {
  return element !== null && element.closest('.blocklyBlock') === block.getSvgRoot();
}
