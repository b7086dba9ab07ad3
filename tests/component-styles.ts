import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '../src/lib/tokens.css';
import '../src/lib/site/base.css';
