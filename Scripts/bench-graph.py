#!/usr/bin/env python3
"""Generates the benchmark's graph and times the peers on it; Scripts/bench-graph runs it.

usage: bench-graph.py generate FOLDER ENTITIES RELATIONS    claims.jsonl, nodes.csv, edges.csv, names.txt
       bench-graph.py networkx|igraph|kuzu FOLDER           one JSON object with figures
       bench-graph.py table < figures                       a table for people
"""
import csv
import json
import os
import random
import sys
import time

RELATIONS = ["increases", "decreases", "supports", "requiredFor", "regulates", "synergizesWith"]
CLAIMS_PER_DOCUMENT = 50


def word(number):
    """A name of letters alone, so that no two names differ by a number only."""
    letters = ""
    number += 26 * 26
    while number:
        number, rest = divmod(number, 26)
        letters = chr(97 + rest) + letters
    return letters + "in"


def generate(folder, entities, relations):
    rng = random.Random(20261124)
    names = [word(i) for i in range(entities)]

    def pick():
        # Half of all ends go to few entities, as in real graphs, where calcium has thousands of relations.
        u = rng.random()
        return int(entities * u * u * u) if rng.random() < 0.5 else rng.randrange(entities)

    edges = set()
    degree = [0] * entities
    while len(edges) < relations:
        s, o, r = pick(), pick(), rng.choice(RELATIONS)
        if s == o or (r == "synergizesWith" and s > o):
            continue
        edge = (s, r, o)
        if edge not in edges:
            edges.add(edge)
            degree[s] += 1
            degree[o] += 1
    edges = sorted(edges)
    rng.shuffle(edges)
    with open(f"{folder}/claims.jsonl", "w") as out:
        for start in range(0, len(edges), CLAIMS_PER_DOCUMENT):
            claims = []
            for s, r, o in edges[start:start + CLAIMS_PER_DOCUMENT]:
                text = f"Studies found that {names[s]} {r} {names[o]}."
                claims.append({"subject": {"name": names[s], "type": "Nutrient"}, "relation": r,
                               "object": {"name": names[o], "type": "Nutrient"}, "confidence": 0.9,
                               "evidence": [{"text": text, "start": 0, "end": len(text), "rule": "benchmark"}]})
            out.write(json.dumps({"doc": f"document-{start}", "title": "", "claims": claims}) + "\n")
    used = [i for i in range(entities) if degree[i]]
    with open(f"{folder}/nodes.csv", "w") as out:
        out.writelines(f"{i},{names[i]}\n" for i in used)
    with open(f"{folder}/edges.csv", "w") as out:
        out.writelines(f"{s},{o},{r}\n" for s, r, o in edges)
    median = sorted(degree[i] for i in used)[len(used) // 2]
    typical = [i for i in used if degree[i] == median]
    with open(f"{folder}/names.txt", "w") as out:
        out.writelines(names[i] + "\n" for i in rng.sample(typical, min(200, len(typical))))
    print(f"{len(used)} entities, {len(edges)} relations, median degree {median}", file=sys.stderr)


def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS:"))


def measure(engine, seconds, names, lookup, two_hops):
    """Two rounds over all names, of which the second counts."""
    for _ in range(2):
        figures = {"engine": engine, "open": seconds, "reached": 0}
        for key, body in (("lookup", lookup), ("twoHops", two_hops)):
            times = []
            for name in names:
                start = time.perf_counter()
                result = body(name)
                times.append(1000 * (time.perf_counter() - start))
                if key == "twoHops":
                    figures["reached"] += result
            times.sort()
            figures[key] = [times[len(times) // 2], times[len(times) * 95 // 100]]
    figures["memory"] = resident()
    print(json.dumps(figures), flush=True)


def rows(folder, name):
    with open(f"{folder}/{name}.csv") as file:
        yield from csv.reader(file)


def bench_networkx(folder, names):
    import networkx

    start = time.perf_counter()
    graph = networkx.MultiDiGraph()
    by_name = {}
    for number, name in rows(folder, "nodes"):
        graph.add_node(int(number), name=name)
        by_name[name] = int(number)
    graph.add_edges_from((int(s), int(o), {"type": r}) for s, o, r in rows(folder, "edges"))
    seconds = time.perf_counter() - start

    def two_hops(name):
        reached, frontier = {by_name[name]}, [by_name[name]]
        for _ in range(2):
            found = []
            for node in frontier:
                for other in (*graph.successors(node), *graph.predecessors(node)):
                    if other not in reached:
                        reached.add(other)
                        found.append(other)
            frontier = found
        return len(reached)

    measure("networkx", seconds, names, lambda name: graph.nodes[by_name[name]], two_hops)


def bench_igraph(folder, names):
    import igraph

    start = time.perf_counter()
    index, labels = {}, []
    for number, name in rows(folder, "nodes"):
        index[number] = len(labels)
        labels.append(name)
    by_name = {name: i for i, name in enumerate(labels)}
    edges = [(index[s], index[o]) for s, o, _ in rows(folder, "edges")]
    graph = igraph.Graph(n=len(labels), edges=edges, directed=True, vertex_attrs={"name": labels})
    seconds = time.perf_counter() - start
    measure("python-igraph", seconds, names, lambda name: graph.vs[by_name[name]]["name"],
            lambda name: graph.neighborhood_size(by_name[name], order=2, mode="all"))


def bench_kuzu(folder, names):
    import kuzu

    path = f"{folder}/kuzu"
    if not os.path.exists(path):
        database = kuzu.Database(path)
        connection = kuzu.Connection(database)
        connection.execute("CREATE NODE TABLE entity (id INT64, name STRING, PRIMARY KEY (name))")
        connection.execute("CREATE REL TABLE relation (FROM entity TO entity, type STRING)")
        connection.execute(f"COPY entity FROM '{folder}/nodes.csv' (header=false)")
        # Edges by the primary key, which is the name.
        name_of = dict(rows(folder, "nodes"))
        with open(f"{folder}/named.csv", "w") as out:
            out.writelines(f"{name_of[s]},{name_of[o]},{r}\n" for s, o, r in rows(folder, "edges"))
        connection.execute(f"COPY relation FROM '{folder}/named.csv' (header=false)")
        connection.close()
        database.close()
    start = time.perf_counter()
    connection = kuzu.Connection(kuzu.Database(path))
    connection.execute("MATCH (e:entity) RETURN count(*)").get_next()
    seconds = time.perf_counter() - start
    lookup = connection.prepare("MATCH (e:entity) WHERE e.name = $name RETURN e.id, e.name")
    hops = connection.prepare(
        "MATCH (e:entity)-[:relation*1..2]-(n:entity) WHERE e.name = $name AND n.name <> $name RETURN count(DISTINCT n.id)")
    measure("kuzu", seconds, names, lambda name: connection.execute(lookup, {"name": name}).get_next(),
            lambda name: 1 + connection.execute(hops, {"name": name}).get_next()[0])


def table():
    print(f"{'engine':<20}{'open':>9}{'look-up, ms':>17}{'two hops, ms':>19}{'memory':>9}{'reached':>9}")
    print(f"{'':<20}{'s':>9}{'median / p95':>17}{'median / p95':>19}{'MB':>9}{'':>9}")
    for line in sys.stdin:
        row = json.loads(line)
        lookup, hops = ("{:.3f} / {:.3f}".format(*row[key]) for key in ("lookup", "twoHops"))
        print(f"{row['engine']:<20}{row['open']:>9.3f}{lookup:>17}{hops:>19}{row['memory']:>9}{row['reached']:>9}")


def main():
    match sys.argv[1:]:
        case ["generate", folder, entities, relations]:
            generate(folder, int(entities), int(relations))
        case ["networkx" | "igraph" | "kuzu" as peer, folder]:
            with open(f"{folder}/names.txt") as file:
                globals()["bench_" + peer](folder, file.read().split())
        case ["table"]:
            table()
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
