/**
 * The installer of firmware in another process: the page's side of the wall. It connects at its first call, and anew after the wall broke.
 * It knows no particular wall.
 */

import { DisposableStore } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { createRpc, type Rpc, RpcError } from '#common/rpc/rpc.ts';
import type { SessionChannel } from '#common/rpc/session-channel.ts';
import {
  FirmwareError,
  type FirmwareFile,
  type FirmwareInstaller,
  type FirmwareOptions,
  type FirmwareProgress,
  type FirmwareReport,
  type FirmwareTarget,
  firmwareError,
} from '../../device/firmware.ts';
import type { FirmwarePageSide, FirmwareSide } from './firmware-wall.ts';

type Session = Pick<Rpc<FirmwareSide>, 'remote' | 'notify'>;

export class RemoteFirmware implements FirmwareInstaller {
  readonly #connect: () => SessionChannel;
  readonly #progress = new Emitter<FirmwareProgress>();
  #session: Session | undefined;

  readonly onProgress = this.#progress.event;

  /** @param connect a fresh channel to the side that serves the installer */
  constructor(connect: () => SessionChannel) {
    this.#connect = connect;
  }

  inspect(bytes: Uint8Array, name: string): Promise<FirmwareFile> {
    return this.#ask(({ remote }) => remote.inspect(bytes, name));
  }

  targets(): Promise<readonly FirmwareTarget[]> {
    return this.#ask(({ remote }) => remote.targets());
  }

  install(
    targetId: string,
    bytes: Uint8Array,
    name: string,
    options: FirmwareOptions = {},
  ): Promise<FirmwareReport> {
    return this.#ask(({ remote }) => remote.install(targetId, bytes, name, options));
  }

  cancel(): void {
    this.#session?.notify('cancel');
  }

  async #ask<T>(question: (session: Session) => Promise<T>): Promise<T> {
    this.#session ??= this.#begin();
    try {
      return await question(this.#session);
    } catch (error) {
      throw error instanceof RpcError && error.code === 'closed' ? firmwareError('unreachable') : error;
    }
  }

  #begin(): Session {
    const channel = this.#connect();
    const local: FirmwarePageSide = { progressed: (progress) => this.#progress.fire(progress) };
    const rpc = createRpc<FirmwareSide>(channel, local, { errors: { FirmwareError } });
    const end = new DisposableStore();
    for (const item of [channel, rpc]) end.add(item);
    const finish = (): void => {
      if (this.#session === rpc) this.#session = undefined;
      end.dispose();
    };
    // On a later turn: a channel may have ended before anybody listened.
    end.add(channel.onEnd(() => void Promise.resolve().then(finish)));
    return rpc;
  }
}
