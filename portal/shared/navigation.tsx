import { type ComponentProps, type ReactNode, useDeferredValue } from 'react';
import {
  Link,
  Redirect as Moved,
  Route,
  Router,
  Switch,
  useLocation,
  useSearch,
  useParams as useWritten,
} from 'wouter';
import { useBrowserLocation, useSearch as useBrowserSearch } from 'wouter/use-browser-location';

export { Link };

/** How the reader came to the address that is shown: not at all yet, by a link or an act, by the browser's own back. */
let came: 'first' | 'on' | 'back' = 'first';
for (const event of ['pushState', 'replaceState'])
  addEventListener(event, () => {
    came = 'on';
  });
addEventListener('popstate', () => {
  came = 'back';
});

export const howCame = () => came;

/** The page before stays until the next one can be drawn: nothing flashes while a page is loaded. */
const useShownLocation: typeof useBrowserLocation = (options) => {
  const [pathname, navigate] = useBrowserLocation(options);
  return [useDeferredValue(pathname), navigate];
};
const useShownSearch: typeof useBrowserSearch = (options) => useDeferredValue(useBrowserSearch(options));

export function Navigation({ basename, children }: { basename: string; children: ReactNode }) {
  return (
    <Router base={basename} hook={useShownLocation} searchHook={useShownSearch}>
      {children}
    </Router>
  );
}

/** Where the reader is. */
export function usePlace() {
  const [pathname] = useLocation();
  const search = useSearch();
  return { pathname, search: search === '' ? '' : `?${search}` };
}

export const useNavigate = () => useLocation()[1];
export const useSearchParams = () => new URLSearchParams(useSearch());

/** The parts of the address that the page's pattern names, as they were before they were written into it. */
export function useParams(): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(useWritten()).map(([name, part]) => [name, part === undefined ? part : read(part)]),
  );
}

/** A person can type an address that nothing encodes to; it stays as it was typed, and nothing is found by it. */
function read(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The page of the first pattern that the address meets. */
export function PageAt({
  pages,
  none,
}: {
  pages: readonly (readonly [string, ReactNode])[];
  none: ReactNode;
}) {
  return (
    <Switch>
      {pages.map(([pattern, page]) => (
        <Route key={pattern} path={pattern}>
          {page}
        </Route>
      ))}
      <Route>{none}</Route>
    </Switch>
  );
}

/** Goes elsewhere at once; the place before is not one to come back to. */
export function Redirect({ to }: { to: string }) {
  return <Moved to={to} replace />;
}

interface NavLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly to: string;
  /** Is the present one on its own page alone, not on those below it. */
  readonly exactly?: boolean;
}

/** A link of the navigation, said to be the present one on its page and those below it. */
export function NavLink({ to, exactly = false, children }: NavLinkProps) {
  const { pathname } = usePlace();
  const present = pathname === to || (!exactly && pathname.startsWith(`${to}/`));
  return (
    <Link to={to} aria-current={present ? 'page' : undefined}>
      {children}
    </Link>
  );
}
