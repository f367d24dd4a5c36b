<?php
// rule: 1.2
class D { function __toString() { return 'a'; } function __destruct() { echo "~\n"; } }
switch (new D) { case 'b': echo "b\n"; break; case 'a': echo "a\n"; break; }
echo "end\n";
