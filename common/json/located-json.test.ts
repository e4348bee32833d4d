import { describe, expect, it } from 'vitest';
import { parseLocatedJson } from './located-json.ts';

function read(text: string): { value: unknown; locate(path: string): unknown } {
  const result = parseLocatedJson(text);
  if ('error' in result) throw new Error(result.error.message);
  return result;
}

function failure(text: string): string {
  const result = parseLocatedJson(text);
  return 'error' in result
    ? `${result.error.line}:${result.error.column} ${result.error.message}`
    : 'no error';
}

describe('parseLocatedJson', () => {
  it.each([
    '{}',
    '[]',
    ' [1, -2.5e3, 0, "a\\u00e9\\n\\"\\/", true, false, null, {"a": {"b": [[]]}}] ',
    '{"__proto__": 1, "constructor": {"x": "ü"}}',
    '"\\ud83d\\ude00"',
    '\t{\r\n"a"\t:\r1}\n',
  ])('agrees with JSON.parse on %s', (text) => {
    expect(read(text).value).toEqual(JSON.parse(text));
  });

  it('does not let __proto__ reach the prototype', () => {
    expect(Object.getPrototypeOf(read('{"__proto__": {"polluted": 1}}').value)).toBe(Object.prototype);
  });

  it('locates values, and what is absent by what encloses it', () => {
    const { locate } = read('{\n  "parts": [\n    { "id": "led1" },\r\n    { "id": "led2" }\n  ]\n}');
    expect(locate('parts')).toEqual({ line: 2, column: 12 });
    expect(locate('parts[1].id')).toEqual({ line: 4, column: 13 });
    expect(locate('parts[1].type')).toEqual({ line: 4, column: 5 });
    expect(locate('parts[7].type')).toEqual({ line: 2, column: 12 });
    expect(locate('version')).toEqual({ line: 1, column: 1 });
  });

  it.each([
    ['', '1:1 The file is empty.'],
    ['{"a": 1,}', '1:9 There is a comma before "}" with nothing after it.'],
    ['{"a": 1\n "b": 2}', '2:2 A comma is missing before """.'],
    ['{"a" 1}', '1:6 A colon is missing after "a".'],
    ['{a: 1}', '1:2 A name in double quotes should stand here, not "a".'],
    ["['a']", '1:2 A value should stand here, not "\'".'],
    ['[1, nul]', '1:5 A value should stand here, not "nul".'],
    ['[01]', '1:2 A value should stand here, not "01".'],
    ['[1, [2]', '1:1 The "[" here is never closed by "]".'],
    ['{"a": "b', '1:7 The text that begins here has no closing double quote on its line.'],
    ['["C:\\dir"]', '1:5 A backslash inside a text must be doubled: "\\\\".'],
    ['["a\tb"]', '1:4 A control character (such as a tab) is not allowed inside a text.'],
    ['{"a": 1, "a": 2}', '1:10 "a" is written twice here.'],
    ['{} x', '1:4 The file should end here, but "x" follows.'],
    ['[1e999]', '1:2 The number 1e999 is too large.'],
    ['[', '1:1 The "[" here is never closed by "]".'],
    ['{"a":', '1:6 A value should stand here, not the end of the file.'],
    ['// note\n{}', '1:1 A value should stand here, not "/".'],
  ])('explains what is wrong with %j', (text, message) => {
    expect(failure(text)).toBe(message);
  });

  it('refuses nesting that would overflow the stack', () => {
    expect(failure('['.repeat(100_000))).toContain('nested more than 200 deep');
  });

  it('reads a byte order mark as nothing', () => {
    expect(read('\ufeff[1]').value).toEqual([1]);
  });
});
