import { text } from '@suanjian/rulebook';
import { StoreError } from '../store/errors.ts';

/** The key was erased on purpose: the content is gone for good. */
export class KeyErased extends StoreError {
  readonly key: string;
  readonly erasedAt: string;

  constructor(key: string, erasedAt: string) {
    super(
      'key-erased',
      text(
        `内容已删除：其密钥已于 ${erasedAt} 销毁，无法恢复。`,
        `The content has been erased: its key was destroyed at ${erasedAt} and cannot be recovered.`,
      ),
    );
    this.key = key;
    this.erasedAt = erasedAt;
  }
}

/** The key should be there and is not: a fault of the installation, such as a key folder that was not restored. */
export class KeyMissing extends StoreError {
  readonly key: string;

  constructor(key: string) {
    super(
      'key-missing',
      text(
        `找不到密钥 ${key}。请检查密钥目录是否完整，或从备份中恢复。`,
        `The key ${key} cannot be found. Check that the key folder is complete, or restore it from a backup.`,
      ),
    );
    this.key = key;
  }
}

/** A key file does not open under the master key, or is damaged. */
export class KeyUnreadable extends StoreError {
  readonly key: string;

  constructor(key: string, options?: ErrorOptions) {
    super(
      'key-unreadable',
      text(
        `密钥 ${key} 无法用主密钥打开：文件已损坏，或使用了另一个主密钥。`,
        `The key ${key} does not open under the master key: its file is damaged, or another master key is in use.`,
      ),
      options,
    );
    this.key = key;
  }
}

/** The master key is absent, malformed, readable by others, or not the one the keys were made under. */
export class MasterKeyFault extends StoreError {}

/** The ciphertext stands somewhere else than where it was sealed. */
export class SealMisplaced extends StoreError {
  constructor() {
    super(
      'seal-misplaced',
      text(
        '密封内容不在它原来的位置上，拒绝打开。',
        'The sealed content stands in another place than it was sealed for and is not opened.',
      ),
    );
  }
}

/** The ciphertext was changed, or is no sealed value at all. */
export class SealBroken extends StoreError {
  constructor(options?: ErrorOptions) {
    super(
      'seal-broken',
      text(
        '密封内容已损坏或被改动，无法打开。',
        'The sealed content is damaged or was tampered with and cannot be opened.',
      ),
      options,
    );
  }
}
