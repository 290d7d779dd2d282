import { Tabs } from '@base-ui/react/tabs';
import { useWide } from '../parts/use-wide.ts';
import type { Panel, PanelName } from './panel.ts';

interface Props {
  readonly panels: readonly Panel[];
  readonly chosen: PanelName;
  readonly choose: (name: PanelName) => void;
  readonly label: string;
}

const Framed = ({ panel }: { readonly panel: Panel }) => (
  <section id={`panel-${panel.name}`} tabIndex={-1} className="card min-w-0 p-4!" aria-label={panel.title}>
    <h2 className="text-lg! mb-3">{panel.title}</h2>
    {panel.content}
  </section>
);

/** Side by side where there is room: the form on the left, what it is judged by on the right. Tabs on a phone. */
export const Panels = ({ panels, chosen, choose, label }: Props) => {
  const wide = useWide();
  if (wide) {
    const [first, ...others] = panels;
    return (
      <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {first === undefined ? null : <Framed panel={first} />}
        <div className="grid gap-5">
          {others.map((panel) => (
            <Framed key={panel.name} panel={panel} />
          ))}
        </div>
      </div>
    );
  }
  return (
    <Tabs.Root value={chosen} onValueChange={(value: PanelName) => choose(value)}>
      <Tabs.List className="mb-3 flex gap-1 overflow-x-auto border-b border-line" aria-label={label}>
        {panels.map(({ name, title }) => (
          <Tabs.Tab
            key={name}
            value={name}
            className="min-h-11 whitespace-nowrap border-b-4 border-transparent px-3 data-[active]:border-accent data-[active]:font-semibold"
          >
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {panels.map(({ name, content }) => (
        <Tabs.Panel key={name} value={name}>
          <div id={`panel-${name}`} tabIndex={-1}>
            {content}
          </div>
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
};
