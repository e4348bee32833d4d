import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '#common/random/random.ts';
import { parseModule } from './parse-module.ts';
import { commentPlaces, expectNested } from './test-tree.ts';

const SAMPLE = `# blink  ¤
from machine import Pin, PWM as P
@timed(1)
async def f(a, *b, c: int = 2, **d) -> int:  # ¤
    """Text
    text"""
    x = [i ** 2 for i in range(3) if i not in b]
    y = {"k": 1, **d}; z = {1, 2}
    async with a as e, g: await h(1, *b, k=2, **d)
    a, *b = c  # ¤
    return (lambda p, *q: p)(1) if a < 1_000 <= c else not e
class A(B):
\ttry:
\t\traise X("it's") from y
\texcept (A, B) as e:
\t\tassert a[1:, ::2], 'no'
\t# ¤
\telse: global g
\tfinally:
\t\tdel a.b
while True:
    if (n := 10) > 0x1F: print(f"{n:>{w}} {d['k']!r} {{}}"); continue
    elif a or b and not c: break
    else:
        x += -1 | 3 ^ ~5 << 6  # ¤
    led.value(  # ¤
        not led.value())
`;
const PIECES =
  `( ) [ ] { } : , ; . = == := ** @ -> ' " """ f" {x} # \\ \t \r \n \0 é “ $ ... not in is if else for while def class return lambda yield await async try except finally with as from import pass None 007 1e`.split(
    ' ',
  );

function mangle(text: string, random: Random): string {
  const at = random.integer(0, text.length);
  const to = Math.min(text.length, at + random.integer(0, 12));
  const piece = PIECES[random.integer(0, PIECES.length - 1)] ?? '';
  const other = random.integer(0, text.length);
  const results = [
    text.slice(0, at),
    text.slice(0, at) + text.slice(to),
    `${text.slice(0, at)}${piece}${text.slice(at)}`,
    `${text.slice(0, at)} ${piece} ${text.slice(to)}`,
    text.slice(0, at) + text.slice(other, other + 20) + text.slice(at),
  ];
  return results[random.integer(0, results.length - 1)] ?? text;
}

describe('whatever is typed', () => {
  it('never makes the parser throw, and every problem and comment has its place', () => {
    const random = createRandom(5, 'parser');
    let good = 0;
    for (let round = 0; round < 6_000; round += 1) {
      let text = random.integer(0, 3) === 0 ? SAMPLE.replaceAll('\n', '\r\n') : SAMPLE;
      for (let count = random.integer(1, 3); count > 0; count -= 1) text = mangle(text, random);
      const result = parseModule(text);
      if (result.ok) {
        good += 1;
        if (good % 20 === 0) expectNested(text);
      } else {
        const { at, line, about } = result.problem;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(text.length);
        expect(line).toBe(text.slice(0, at).split(/\r\n|\r|\n/).length);
        expect(about).not.toMatch(/[\r\n]/);
      }
    }
    expect(good).toBeGreaterThan(500);
  });

  it('keeps each comment of the sample once', () => {
    expect(commentPlaces(SAMPLE)).toHaveLength(SAMPLE.split('¤').length - 1);
    expectNested(SAMPLE);
  });
});
