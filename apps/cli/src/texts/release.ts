import { text } from '@suanjian/rulebook';

export const releaseTexts = {
  release: text('签名发布规则或者检查包，核对收到的', 'Sign a release of rules or checks, or verify one'),
  sign: text(
    '签名发布一个版本的规则（--edition）或者一个检查包（--pack）',
    'Sign an edition of the rules (--edition) or a check pack (--pack)',
  ),
  verify: text(
    '核对发布包的签名，并说出与这里的规则、与 --pack 的文件有何不同',
    'Verify who signed a release, and say how the rules here, or the files of --pack, differ from it',
  ),
  edition: text('规则版本，例如 final', 'Edition of the rules, such as final'),
  pack: text('检查包的文件夹', 'Folder of the check pack'),
  name: text('检查包的名称', 'Name of the check pack'),
  version: text('发布的版本号，例如 2026.1', 'Version of the release, such as 2026.1'),
  key: text('签名密钥的文件；没有就新建', 'File of the signing key; made where there is none'),
  output: text('写到这个文件', 'Write to this file'),
  file: text('发布包的文件', 'File of the release'),
  vkey: text('发布者的验证公钥', 'Verification key of who published it'),
  one: text('写明 --edition 或者 --pack，二者选一。', 'Give either --edition or --pack.'),
  noName: text('检查包要有 --name。', 'A check pack wants its --name.'),
  noEdition: (edition: string) => text(`没有版本「${edition}」。`, `There is no edition “${edition}”.`),
  noFiles: (folder: string) =>
    text(`文件夹 ${folder} 里没有 .yaml 文件。`, `The folder ${folder} holds no .yaml file.`),
  signed: (file: string) => text(`已写入 ${file}`, `Written to ${file}`),
  digest: (sha256: string) => text(`SHA-256  ${sha256}`, `SHA-256  ${sha256}`),
  verifier: (key: string) => text(`验证公钥 ${key}`, `Verification key ${key}`),
  verified: (signer: string) => text(`签名成立：${signer}`, `The signature holds: ${signer}`),
  rulebook: (edition: string, version: string, clauses: number) =>
    text(`规则 ${edition}，版本 ${version}，${clauses} 条`, `Rules ${edition}, version ${version}, ${clauses} clauses`),
  checkPack: (name: string, version: string, files: number) =>
    text(
      `检查包「${name}」，版本 ${version}，${files} 个文件`,
      `Check pack “${name}”, version ${version}, ${files} files`,
    ),
  same: text('与这里的相同。', 'It is the same here.'),
  differs: (count: number) =>
    text(`有 ${count} 处不同。`, count === 1 ? 'It differs in 1 place.' : `It differs in ${count} places.`),
  difference: {
    changed: (name: string) => text(`  不同 ${name}`, `  differs  ${name}`),
    missing: (name: string) => text(`  缺少 ${name}`, `  missing  ${name}`),
    added: (name: string) => text(`  多出 ${name}`, `  added    ${name}`),
  },
} as const;
