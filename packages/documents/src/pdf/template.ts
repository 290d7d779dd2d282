import { fontFamily } from './fonts.ts';

/** Where the template finds the paper. Its texts are values of data and are never read as markup. */
export const paperPath = 'paper.json';

/** The look of every paper. A paper brings data only, so that nothing written in one can become an instruction. */
export const template = `
#let paper = json("${paperPath}")
#let say = paper.words
#let tones = (plain: rgb("#1f2328"), quiet: rgb("#57606a"), warning: rgb("#9a3412"))
#let line-colour = rgb("#c8ced6")
#let shade = rgb("#f1f3f6")

#set document(title: paper.title, date: datetime(year: paper.year, month: paper.month, day: paper.day))
#set text(font: "${fontFamily}", fallback: false, size: 10.5pt, lang: paper.lang, region: paper.region, fill: tones.plain)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 26mm, bottom: 22mm),
  header: text(size: 8.5pt, fill: tones.quiet)[#paper.reference #h(1fr) #paper.title],
  footer: context align(center, text(size: 8.5pt, fill: tones.quiet, say.page
    .replace("{page}", str(counter(page).get().first()))
    .replace("{pages}", str(counter(page).final().first())))),
)
#set par(leading: 0.75em, spacing: 1.1em)
#set heading(numbering: "1.1")
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show figure: set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => text(size: 9.5pt, it.body)
#show table.cell.where(y: 0): set text(weight: "bold")
#set table(stroke: 0.5pt + line-colour, inset: (x: 6pt, y: 5pt), fill: (_, y) => if y == 0 { shade })

#let lines(value) = value.split("\\n").join(linebreak())
#let grid-of(columns, aligns, headings, rows) = {
  // Most of a report stands in tables: shaping is what setting it costs, and Chinese knows neither kerning nor ligatures.
  set text(size: 9.5pt, kerning: false, ligatures: false)
  table(
    columns: columns,
    align: (x, _) => (aligns.at(x) + top),
    table.header(..headings.map(lines)),
    ..rows.flatten().map(lines),
  )
}
#let sides = (start: left, end: right)
#let facts-of(facts) = grid-of((1fr, 2.6fr), (left, left), (say.item, say.content), facts.map(it => (it.label, it.value)))

#let draw(it) = {
  if it.kind == "paragraph" { par(text(fill: tones.at(it.at("tone", default: "plain")), lines(it.text))) }
  else if it.kind == "list" {
    let items = it.items.map(lines)
    if it.ordered { enum(..items) } else { list(..items) }
  }
  else if it.kind == "facts" { facts-of(it.facts) }
  else if it.kind == "table" {
    let body = grid-of(
      it.columns.map(each => each.share * 1fr),
      it.columns.map(each => sides.at(each.at("align", default: "start"))),
      it.columns.map(each => each.heading),
      it.rows,
    )
    if "caption" in it { figure(body, kind: table, supplement: none, numbering: none, caption: say.table + it.caption) } else { body }
  }
  else if it.kind == "figure" {
    figure(
      image(bytes(it.svg), format: "svg", width: it.width * 100%, alt: it.alternative),
      supplement: none, numbering: none, caption: say.figure + it.caption,
    )
  }
}

#let section(it, level) = {
  heading(level: level, it.heading)
  if it.citations != "" { par(text(size: 9pt, fill: tones.quiet, it.citations)) }
  for each in it.blocks { draw(each) }
  for each in it.sections { section(each, level + 1) }
}

#v(6mm)
#align(center, {
  text(size: 20pt, weight: "bold", lines(paper.title))
  if "subtitle" in paper { linebreak(); v(1mm); text(size: 12pt, lines(paper.subtitle)) }
  if "standing" in paper { linebreak(); v(1mm); text(size: 10.5pt, weight: "bold", fill: tones.warning, lines(paper.standing)) }
})
#v(4mm)
#if paper.parties.len() > 0 { facts-of(paper.parties) }
#for each in paper.sections { section(each, 1) }
#if paper.signatures.len() > 0 {
  heading(level: 1, say.signatures)
  for each in paper.signatures {
    block(breakable: false, width: 100%, inset: (y: 4pt), {
      grid(columns: (1.4fr, 1fr), gutter: 6mm,
        [#lines(each.capacity)\\ #box(width: 100%, height: 9mm, stroke: (bottom: 0.7pt + tones.quiet), align(bottom, pad(bottom: 2pt, each.name)))],
        [\\ #box(width: 100%, height: 9mm, stroke: (bottom: 0.7pt + tones.quiet), align(bottom, pad(bottom: 2pt, say.signedOn + each.at("on", default: ""))))],
      )
      if "note" in each { par(text(size: 9pt, fill: tones.quiet, lines(each.note))) }
    })
  }
}
`;
