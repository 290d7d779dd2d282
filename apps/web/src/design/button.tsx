import type { ReactNode } from 'react';

interface Look {
  readonly look?: 'main' | 'quiet' | 'danger';
}

export const buttonClass = (look: Look['look'] = 'main'): string =>
  look === 'main' ? 'button' : `button button-${look}`;

interface ButtonProps extends Look {
  readonly children: ReactNode;
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  readonly disabled?: boolean;
}

export const Button = ({ look = 'main', type = 'submit', children, ...rest }: ButtonProps) => (
  <button className={buttonClass(look)} type={type} {...rest}>
    {children}
  </button>
);

export const ButtonLink = ({
  look = 'main',
  href,
  children,
}: Look & { readonly href: string; readonly children: ReactNode }) => (
  <a className={buttonClass(look)} href={href}>
    {children}
  </a>
);
