import GRDB
import GraphModel
