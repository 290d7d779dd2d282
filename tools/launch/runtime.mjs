import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './words.mjs';

/** Node 24 is the first that runs this project's `.ts` files as they are and that all dependencies support. */
const LOWEST_MAJOR = 24;

/** The path of the pinned Node inside `node_modules` for this machine, whether or not it is there. */
function pinnedNode(root) {
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  return join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
}

/** The Node that runs the real scripts: the pinned one, else the running one if it is new enough. */
export function findRuntime(root) {
  const pinned = pinnedNode(root);
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= LOWEST_MAJOR) return process.execPath;
  if (!existsSync(join(root, 'node_modules'))) {
    throw new Refusal({
      zh: `依赖尚未安装。请先在 ${root} 运行 npm ci。`,
      en: `The dependencies are not installed yet. Run npm ci in ${root} first.`,
    });
  }
  throw new Refusal({
    zh: `本项目需要 Node ${LOWEST_MAJOR}，当前为 ${process.version}，且 node_modules 中没有适用于 ${process.platform}-${process.arch} 的 Node。请安装 Node ${LOWEST_MAJOR}，或不带 --omit=optional 重新运行 npm ci。`,
    en: `Node ${LOWEST_MAJOR} is needed; this is ${process.version}, and node_modules holds no Node for ${process.platform}-${process.arch}. Install Node ${LOWEST_MAJOR}, or run npm ci again without --omit=optional.`,
  });
}
