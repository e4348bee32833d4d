import { expect, it } from 'vitest';
import { CONTRACT_SCRIPTS } from './contract-scripts.ts';
import { describeDeviceContract } from './device-contract.ts';
import { LINK } from './link.ts';
import { MemoryBoard } from './memory-board.ts';
import { STORAGE } from './storage.ts';

describeDeviceContract('the in-memory twin of a board', () => new MemoryBoard({ scripts: CONTRACT_SCRIPTS }));

const stored = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });

async function opened(board = new MemoryBoard({ files: { '/main.py': 'old' } })) {
  await board.open();
  const [storage, link] = [board.capability(STORAGE), board.capability(LINK)];
  if (!storage || !link) throw new Error('A board has files and a link.');
  return { board, storage, link };
}

it('keeps files and folders', async () => {
  const { board, storage } = await opened();
  const report = await storage.save([stored('/main.py', 'old'), stored('/lib/pump.py', 'new')]);
  expect(report).toMatchObject({ written: ['/lib/pump.py'], unchanged: ['/main.py'] });
  await storage.rename('/lib/pump.py', '/lib/tap.py');
  expect((await storage.list()).entries).toEqual([
    { path: '/lib', kind: 'folder', size: 0 },
    { path: '/lib/tap.py', kind: 'file', size: 3 },
    { path: '/main.py', kind: 'file', size: 3 },
  ]);
  expect(board.textOf('/lib/tap.py')).toBe('new');
  await storage.remove(['/lib']);
  await expect(storage.read('/lib/tap.py')).rejects.toMatchObject({ code: 'file-not-found' });
  // As `sha256sum` says of these three bytes.
  expect(await storage.digests(['/main.py', '/none'])).toEqual([
    {
      path: '/main.py',
      size: 3,
      sha256: 'cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4',
    },
  ]);
});

it('can be unplugged, held and cancelled', async () => {
  const { board, storage, link } = await opened();
  expect(link.info?.platform).toBe('rp2');
  board.hold();
  const listing = storage.list();
  link.cancel();
  await expect(listing).rejects.toMatchObject({ code: 'cancelled' });
  board.unplug();
  expect(link.state).toEqual({ kind: 'lost' });
  await expect(storage.list()).rejects.toMatchObject({ code: 'link-lost' });
  board.plugIn();
  expect((await storage.list()).entries).toHaveLength(1);
});

it('refuses to open as told', async () => {
  await expect(new MemoryBoard({ refuse: 'port-busy' }).open()).rejects.toMatchObject({ code: 'port-busy' });
});
