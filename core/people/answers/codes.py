"""What a code in place of a person looks like."""

import re

CODED = re.compile(r"p[0-9a-f]{4}-[0-9a-f]{12}")  # whose code (four digits), and the person
