"""Reads an export with somebody else's library and prints what it found as JSON.

usage: read_back.py FORMAT FOLDER
"""
import csv
import json
import pathlib
import subprocess
import sys


def networkx_graph(graph):
    names = [data["name"] for _, data in graph.nodes(data=True)]
    edges = list(graph.edges(data=True))
    sentences = [data.get("sentence", "") for *_, data in edges]
    sentences += [piece["text"] for *_, data in edges for piece in data.get("evidence", [])]
    return names, len(edges), sentences


def node_link(folder):
    import networkx
    return networkx_graph(networkx.node_link_graph(json.loads((folder / "graph").read_text())))


def cytoscape(folder):
    import networkx
    return networkx_graph(networkx.cytoscape_graph(json.loads((folder / "graph").read_text())))


def graphml(folder):
    import networkx
    return networkx_graph(networkx.read_graphml(folder / "graph"))


def gexf(folder):
    import networkx
    return networkx_graph(networkx.read_gexf(folder / "graph"))


def tables(folder):
    def rows(part):
        with open(folder / f"graph-{part}", newline="") as file:
            return list(csv.DictReader(file, strict=True))
    nodes, edges = rows("nodes"), rows("relationships")
    assert {edge[":START_ID"] for edge in edges} | {edge[":END_ID"] for edge in edges} <= {node["id:ID"] for node in nodes}
    return [node["name"] for node in nodes], len(edges), [edge["sentence:string"] for edge in edges]


def turtle(folder):
    import rdflib
    from rdflib.namespace import PROV, RDF, SKOS
    graph = rdflib.Graph().parse(folder / "graph", format="turtle")
    names = [str(name) for name in graph.objects(None, SKOS.prefLabel)]
    statements = list(graph.subjects(RDF.type, RDF.Statement))
    sentences = [str(text) for text in graph.objects(None, PROV.value)]
    assert list(graph.objects(None, SKOS.exactMatch)) == [rdflib.URIRef("http://purl.obolibrary.org/obo/CHEBI_28940")]
    plain = [t for t in graph if t[1].startswith("urn:nutrigraph:relation:")]
    assert len(plain) == 3, "a denied relation must not be a triple"
    return names, len(statements), sentences


def dot(folder):
    done = subprocess.run(["dot", "-Tdot_json", str(folder / "graph")], capture_output=True, text=True, check=True)
    graph = json.loads(done.stdout)
    # Graphviz keeps line ends, backslashes and ampersands in attributes as the language writes them.
    def plain(text):
        out, i = "", 0
        while i < len(text):
            if text[i] == "\\" and i + 1 < len(text):
                out += {"n": "\n"}.get(text[i + 1], text[i + 1])
                i += 2
            else:
                out += text[i]
                i += 1
        return out.replace("&amp;", "&")
    names = [plain(node["fullname"]) for node in graph["objects"]]
    return names, len(graph["edges"]), [plain(edge["tooltip"]).rsplit(" [", 1)[0] for edge in graph["edges"]]


READERS = {"json": node_link, "cytoscape": cytoscape, "graphml": graphml, "gexf": gexf, "csv": tables, "turtle": turtle, "dot": dot}
names, edges, sentences = READERS[sys.argv[1]](pathlib.Path(sys.argv[2]))
json.dump({"names": names, "edges": edges, "sentences": sentences}, sys.stdout)
