// Only an entry for the bundler.
import "../../ui/tokens.css";
import "../../ui/base.css";
