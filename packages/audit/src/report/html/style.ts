/** The page's whole style: no script, no outside font, readable on paper. */
export const style = `
:root { color: #1b1f24; background: #fff; font: 16px/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.3; }
h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 2px solid #1b1f24; padding-bottom: .25rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .25rem; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .92rem; }
caption { text-align: left; color: #444c56; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid #d0d7de; overflow-wrap: anywhere; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.verdict { font-weight: 700; white-space: nowrap; }
.fail { color: #a40e26; } .pass { color: #116329; } .not-enough-data { color: #7a4a00; } .not-applicable { color: #57606a; }
.mark { font-size: .85rem; color: #444c56; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; }
dt { color: #444c56; } dd { margin: 0; overflow-wrap: anywhere; }
svg .band { fill: #dfe3e8; } svg .null { stroke: #57606a; stroke-dasharray: 3 2; }
svg .interval { stroke: #0b3d91; stroke-width: 3; } svg .estimate { fill: #0b3d91; }
code { font: .85em ui-monospace, monospace; overflow-wrap: anywhere; }
.rows { overflow-x: auto; } .rows:focus-visible { outline: 3px solid #0b3d91; outline-offset: 2px; }
.rows th, .rows td { overflow-wrap: normal; min-width: 6rem; }
.summary { font-size: 1.15rem; font-weight: 700; }
@media (max-width: 40rem) { .wide { display: none; } table { font-size: .78rem; } th, td { padding-right: .45rem; min-width: 3.6rem; hyphens: auto; } .verdict { white-space: normal; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } h2, h3 { break-after: avoid; } tr, section.result { break-inside: avoid; } .wide { display: table-cell; } }
`;
