/**
 * Makes assets/micropython/micropython.wasm from the official MicroPython WebAssembly build (npm).
 *
 * The stock build cannot stand in for a board in four ways: it collects garbage only while no Python runs, its heap
 * grows without limit, an exception that nobody can handle hangs it for good, and nothing can look in while a
 * program runs. This script mends those in the WebAssembly text and changes nothing else. Every pattern must match
 * exactly once, so that a new MicroPython version fails here and not in a classroom. The output is the same on
 * every machine.
 *
 *   node build/scripts/patch-micropython.mjs           writes the file
 *   node build/scripts/patch-micropython.mjs --check   fails where the file in the repository differs
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const TARGET = join(root, 'assets', 'micropython', 'micropython.wasm');
const SOURCE = require.resolve('@micropython/micropython-webassembly-pyscript/micropython.wasm');
const BINARYEN = join(root, 'node_modules', 'binaryen', 'bin');

/** A pattern in which every run of spaces stands for any white space, so that indentation does not matter. */
const wat = (pattern) => new RegExp(pattern.trim().replaceAll(/\s+/g, '\\s+'));

/** A name such as `$fimport$18` as a pattern. */
const literal = (name) => name.replaceAll('$', '\\$');

/** The one match of `pattern`. None or several mean that this is another MicroPython than the one we know. */
function only(text, what, pattern) {
  const matches = [...text.matchAll(new RegExp(pattern, 'g'))];
  if (matches.length !== 1) throw new Error(`${what}: expected one match, found ${matches.length}.`);
  return matches[0];
}

/** `rewrite` gets the pattern's groups and answers the new text. */
function replaceOnly(text, what, pattern, rewrite) {
  const [whole, ...groups] = only(text, what, pattern);
  return text.replace(whole, () => rewrite(...groups));
}

/** Text of the one function whose body contains `needle`. */
function functionWith(text, what, needle) {
  const hits = text
    .split(/\n(?= \(func )/)
    .filter((piece) => needle.test(piece) && piece.startsWith(' (func'));
  if (hits.length !== 1) throw new Error(`${what}: expected one function, found ${hits.length}.`);
  return hits[0];
}

/** The collector runs wherever memory runs out, with the C stack as roots; the heap grows only by leave. */
function collectWhilePythonRuns(text) {
  const [, start, markRoots, end] = only(
    text,
    'external_call_depth_dec',
    wat(String.raw`\(call (\$\d+)\) \(call (\$\d+) \(i32\.add \(local\.get \$1\) \(i32\.const 12\) \)
      \(i32\.const 1\) \) \(call (\$\d+)\)`),
  );
  const collecting = replaceOnly(
    text,
    'gc_collect',
    wat(String.raw`\(func (\$\d+) \(i32\.store8 offset=\d+ \(i32\.const 0\) \(i32\.const 1\) \) \)`),
    (name) => `(func ${name}
      (call ${start})
      (call ${markRoots}
        (global.get $__stack_pointer)
        (i32.shr_u (i32.sub (i32.const 65536) (global.get $__stack_pointer)) (i32.const 2)))
      (call ${end}))`,
  );
  return replaceOnly(
    collecting,
    'gc_get_max_new_split',
    wat(String.raw`\(func (\$\d+) \(result i32\) \(i32\.const 134217728\) \)`),
    (name) => `(func ${name} (result i32) (global.get $pinlab_heap_growth))`,
  );
}

/** An exception without a handler traps instead of looping for ever; spilled pointers get 48 of the 64 KiB C stack. */
function failInsteadOfHanging(text) {
  const trapping = replaceOnly(
    text,
    'nlr_jump_fail',
    wat(String.raw`\(func (\$\d+) \(param \$0 i32\) \(loop \$label \(br \$label\) \) \)`),
    (name) => `(func ${name} (param $0 i32) (unreachable))`,
  );
  return replaceOnly(
    trapping,
    'the C stack limit',
    wat(String.raw`\(call (\$\d+) \(i32\.const 32768\) \)`),
    (init) => `(call ${init} (i32.const 49152))`,
  );
}

/** Adds definitions at the end of the module. */
function append(text, definitions) {
  return `${text.slice(0, text.lastIndexOf(')'))}${definitions})\n`;
}

/** Index in the function table of the one function that `head` matches the beginning of. */
function tableIndex(text, what, head) {
  const [, name] = only(text, what, head);
  const [elements] = only(text, 'the function table', /\n \(elem \$\S+ \(i32\.const 1\)[^\n]*/);
  const position = [...elements.matchAll(/\$\d+/g)].slice(1).findIndex(([entry]) => entry === name);
  if (position < 0) throw new Error(`${what}: not in the function table.`);
  return position + 1;
}

/** Sends the virtual machine's guarded calls of one table entry to `target` first. */
function redirect(text, what, invoke, index, target, count) {
  const [, name] = only(text, what, wat(String.raw`\(import "env" "${invoke}" \(func (\$\S+)`));
  const call = new RegExp(`\\(call ${literal(name)}(?=\\s+\\(i32\\.const ${index}\\))`, 'g');
  const found = [...text.matchAll(call)].length;
  if (found !== count) throw new Error(`${what}: expected ${count} calls, found ${found}.`);
  return { text: text.replaceAll(call, () => `(call ${target}`), name };
}

/**
 * The line hook: `_h(line)` before a statement. The virtual machine finds the hook without looking up its name and
 * counts the statement without leaving WebAssembly. Only when the granted statements are used up does the call take
 * the ordinary, guarded way to `jsproxy_call`, and from there out to `pinlab.tick`, which may raise an exception.
 */
function addLineHook(text) {
  const [, call1] = only(text, 'the import call1', wat(String.raw`\(import "env" "call1" \(func (\$\S+)`));
  const jsproxyCall = functionWith(text, 'jsproxy_call', new RegExp(`\\(call ${literal(call1)}\\s`));
  const head =
    /^ \(func \$\d+ \(param \$0 i32\) \(param \$1 i32\) \(param \$2 i32\) \(param \$3 i32\) \(result i32\)\n(?:  \(local \$\d+ i32\)\n)+/;
  const [opening] = only(jsproxyCall, 'the head of jsproxy_call', head);
  const hooked = `${opening}
  (if (i32.eq (i32.load offset=4 (local.get $0)) (global.get $pinlab_hook))
   (then
    (global.set $pinlab_hook_object (local.get $0))
    (global.set $pinlab_line (i32.shr_s (i32.load (local.get $3)) (i32.const 1)))
    (global.set $pinlab_fuel (i32.sub (global.get $pinlab_fuel) (i32.const 1)))
    (if (i32.le_s (global.get $pinlab_fuel) (i32.const 0)) (then (call $pinlab_tick)))
    (return (i32.const 6))))
`;
  const local = String.raw`(?: \(local \$\d+ i32\))+`;
  const frame = String.raw`\(global\.set \$__stack_pointer \(local\.tee \$(\d) \(i32\.sub \(global\.get \$__stack_pointer\) \(i32\.const \d+\) \) \) \)`;
  const globals = String.raw`\(i32\.add \(i32\.load offset=\d+ \(i32\.const 28\) \) \(i32\.const 4\) \)`;
  const loadGlobalHead =
    wat(String.raw`\(func (\$\d+) \(param \$0 i32\) \(result i32\)${local} ${frame} \(block \$block \(br_if \$block
      \(local\.tee \$\d \(call \$\d+ ${globals}`);
  const loadGlobal = tableIndex(text, 'mp_load_global', loadGlobalHead);
  const [, loadGlobalName] = only(text, 'mp_load_global', loadGlobalHead);
  const loadNameText = functionWith(
    text,
    'mp_load_name',
    new RegExp(`\\(call ${literal(loadGlobalName)}\\s`),
  );
  const [loadNameName] = loadNameText.match(/\$\d+/);
  const loadName = tableIndex(text, 'mp_load_name', new RegExp(`\\(func (${literal(loadNameName)}) `));
  const callFunction = tableIndex(
    text,
    'mp_call_function_n_kw',
    wat(String.raw`\(func (\$\d+) \(param \$0 i32\) \(param \$1 i32\) \(param \$2 i32\) \(param \$3 i32\) \(result i32\)${local} ${frame}
      \(block \$block \(br_if \$block \(i32\.eqz \(local\.tee \$\d \(i32\.load8_u offset=10 \(local\.tee \$\d
      \(call \$\d+ \(local\.get \$0\) \) \) \) \) \) \) \(local\.set \$0 \(call_indirect`),
  );
  let result = text.replace(jsproxyCall, () => jsproxyCall.replace(opening, () => hooked));
  let invokeLoad;
  let invokeCall;
  ({ text: result, name: invokeLoad } = redirect(
    result,
    'LOAD_GLOBAL',
    'invoke_ii',
    loadGlobal,
    '$pinlab_load',
    1,
  ));
  ({ text: result } = redirect(result, 'LOAD_NAME', 'invoke_ii', loadName, '$pinlab_load', 1));
  ({ text: result, name: invokeCall } = redirect(
    result,
    'CALL_FUNCTION',
    'invoke_iiiii',
    callFunction,
    '$pinlab_call',
    4,
  ));
  return append(
    result,
    `
 (func $pinlab_load (param $index i32) (param $name i32) (result i32)
  (if (i32.eq (local.get $name) (global.get $pinlab_hook_name))
   (then (if (global.get $pinlab_hook_object) (then (return (global.get $pinlab_hook_object))))))
  (call ${invokeLoad} (local.get $index) (local.get $name)))
 (func $pinlab_call (param $index i32) (param $function i32) (param $n i32) (param $kw i32) (param $arguments i32) (result i32)
  (if (i32.and
    (i32.eq (local.get $function) (global.get $pinlab_hook_object))
    (i32.gt_s (global.get $pinlab_fuel) (i32.const 1)))
   (then
    (global.set $pinlab_line (i32.shr_s (i32.load (local.get $arguments)) (i32.const 1)))
    (global.set $pinlab_fuel (i32.sub (global.get $pinlab_fuel) (i32.const 1)))
    (return (i32.const 6))))
  (call ${invokeCall} (local.get $index) (local.get $function) (local.get $n) (local.get $kw) (local.get $arguments)))
`,
  );
}

/** What the worker needs from inside: the hook's counters, and ways to raise a Python exception from JavaScript. */
function addInterface(text) {
  const [, state] = only(
    text,
    'mp_sched_keyboard_interrupt',
    wat(
      String.raw`\(i32\.store offset=(\d+) \(i32\.const 40\) \(i32\.add \(i32\.const \d+\) \(i32\.const 68\) \) \)`,
    ),
  );
  const [, nlrJump] = only(
    text,
    'nlr_jump',
    wat(String.raw`\(func (\$\d+) \(param \$0 i32\) \(local \$1 i32\) \(block \$block \(br_if \$block \(local\.tee \$1
      \(i32\.load offset=${state} \(i32\.const 32\) \) \) \)`),
  );
  // 188 is where the state block keeps the list of objects that JavaScript holds.
  only(
    text,
    'proxy_c_free_obj',
    wat(String.raw`\(call \$\d+ \(i32\.load \(i32\.add \(i32\.load offset=12 \(i32\.load offset=${state} \(i32\.const 188\) \) \)
      \(local\.tee \$1 \(i32\.shl \(local\.get \$0\) \(i32\.const 2\) \) \) \) \) \)`),
  );
  const [, qstr] = only(
    text,
    'qstr_from_str',
    wat(String.raw`\(func (\$\d+) \(param \$0 i32\) \(result i32\) \(call \$\d+ \(local\.get \$0\)
      \(call \$\d+ \(local\.get \$0\) \) \(i32\.const 0\) \) \)`),
  );
  const [anchor] = only(
    text,
    'the last import',
    wat(String.raw`\(import "env" "_emscripten_throw_longjmp" \(func \$\S+\)\)`),
  );
  const importing = text.replace(anchor, () => `${anchor}\n (import "pinlab" "tick" (func $pinlab_tick))`);
  return append(
    importing,
    `
 (global $pinlab_heap_growth (mut i32) (i32.const 134217728))
 (global $pinlab_hook (mut i32) (i32.const -1))
 (global $pinlab_hook_name (mut i32) (i32.const -1))
 (global $pinlab_hook_object (mut i32) (i32.const 0))
 (global $pinlab_line (mut i32) (i32.const 0))
 (global $pinlab_fuel (mut i32) (i32.const 0))
 (export "pinlab_heap_growth" (global $pinlab_heap_growth))
 (export "pinlab_hook" (global $pinlab_hook))
 (export "pinlab_hook_name" (global $pinlab_hook_name))
 (export "pinlab_qstr" (func ${qstr}))
 (export "pinlab_line" (global $pinlab_line))
 (export "pinlab_fuel" (global $pinlab_fuel))
 (func $pinlab_raise_pending (export "pinlab_raise_pending") (local $0 i32)
  (if (local.tee $0 (i32.load offset=${state} (i32.const 40)))
   (then
    (i32.store offset=${state} (i32.const 40) (i32.const 0))
    (call ${nlrJump} (local.get $0)))))
 (func $pinlab_raise (export "pinlab_raise") (param $0 i32)
  (call ${nlrJump}
   (i32.load
    (i32.add
     (i32.load offset=12 (i32.load offset=${state} (i32.const 188)))
     (i32.shl (local.get $0) (i32.const 2))))))
`,
  );
}

/**
 * Clears every stack frame as it is made. The collector takes whatever it finds there for pointers, and a frame that lies where an
 * earlier one lay would keep garbage alive: a function that makes a large buffer would find no room the second time.
 */
function clearFrames(text) {
  const opening =
    wat(String.raw`\(global\.set \$__stack_pointer \(local\.tee (\$\d+) \(i32\.sub \(global\.get \$__stack_pointer\)
    \(i32\.const (\d+)\) \) \) \)`);
  let frames = 0;
  const cleared = text.replaceAll(new RegExp(opening, 'g'), (whole, frame, bytes) => {
    frames += 1;
    if (bytes > 128) return `${whole} (memory.fill (local.get ${frame}) (i32.const 0) (i32.const ${bytes}))`;
    const words = Array.from({ length: bytes / 8 }, (_, i) => 8 * i);
    return `${whole} ${words.map((at) => `(i64.store offset=${at} (local.get ${frame}) (i64.const 0))`).join(' ')}`;
  });
  if (frames < 1000) throw new Error(`Stack frames: expected more than 1000, found ${frames}.`);
  return cleared;
}

function make() {
  const work = mkdtempSync(join(tmpdir(), 'pinlab-wasm-'));
  const run = (tool, ...args) =>
    execFileSync(process.execPath, [join(BINARYEN, tool), ...args], { stdio: 'inherit' });
  try {
    const [stock, patched, spilled, cleared, result] = [
      'stock.wat',
      'patched.wat',
      'spilled.wat',
      'cleared.wat',
      'result.wasm',
    ].map((name) => join(work, name));
    const features = ['bulk-memory', 'sign-ext', 'mutable-globals', 'nontrapping-float-to-int'].map(
      (name) => `--enable-${name}`,
    );
    run('wasm-dis', SOURCE, '-o', stock);
    // The spill-pointers pass knows the stack pointer by this name.
    const named = readFileSync(stock, 'utf8').replaceAll(/\$global\$0(?!\d)/g, '$__stack_pointer');
    const edits = [collectWhilePythonRuns, failInsteadOfHanging, addLineHook, addInterface];
    writeFileSync(
      patched,
      edits.reduce((text, edit) => edit(text), named),
    );
    run('wasm-opt', patched, '--spill-pointers', '-S', '-o', spilled, ...features);
    writeFileSync(cleared, clearFrames(readFileSync(spilled, 'utf8')));
    run('wasm-opt', cleared, '-O2', '-o', result, ...features);
    return readFileSync(result);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const wasm = make();
if (process.argv.includes('--check')) {
  if (!wasm.equals(readFileSync(TARGET))) {
    console.error(
      'assets/micropython/micropython.wasm is not what build/scripts/patch-micropython.mjs makes. Run it.',
    );
    process.exit(1);
  }
} else {
  writeFileSync(TARGET, wasm);
}
console.log(`assets/micropython/micropython.wasm: ${wasm.length} bytes`);
