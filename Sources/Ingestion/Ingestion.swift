import Documents
import MarkupParsing
