// swift-tools-version: 6.2
import PackageDescription

// Every target of ours is strict: Swift 6, no implicit re-export of imports, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

// The levels are those of the architecture article: a target depends only on targets above it in this list.
let package = Package(
  name: "nutrigraph",
  products: [
    .library(name: "NutriGraph", targets: ["NutriGraph"]),
    .executable(name: "nutrigraph", targets: ["Command"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Level 0
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CMatrixKernel"),
    .target(name: "Documents", swiftSettings: strict),
    .target(
      name: "Ontology",
      dependencies: [.product(name: "Yams", package: "Yams")],
      resources: [.copy("Resources"), .embedInCode("Embedded/spelling.tsv")],
      swiftSettings: strict),
    // Level 1
    .target(name: "MarkupParsing", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(
      name: "Linguistics", dependencies: ["CMatrixKernel", "Documents"], resources: [.copy("Resources")],
      swiftSettings: strict),
    .target(name: "GraphModel", dependencies: ["Ontology"], swiftSettings: strict),
    // Level 2
    .target(name: "Ingestion", dependencies: ["CZlib", "Documents", "MarkupParsing"], swiftSettings: strict),
    .target(
      name: "Extraction",
      dependencies: ["Documents", "Ontology", "Linguistics", "GraphModel"],
      resources: [.copy("Resources")],
      swiftSettings: strict),
    .target(
      name: "GraphStore",
      dependencies: ["Ontology", "GraphModel", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "GraphQuery",
      dependencies: ["Ontology", "GraphModel"],
      resources: [.copy("Resources")],
      swiftSettings: strict),
    .target(name: "GraphExport", dependencies: ["Ontology", "GraphModel"], swiftSettings: strict),
    // Level 3
    .target(
      name: "NutriGraph",
      dependencies: [
        "Documents", "Ontology", "Linguistics", "GraphModel", "Ingestion", "Extraction", "GraphStore", "GraphQuery",
        "GraphExport", .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    // Level 4
    .executableTarget(
      name: "Command",
      dependencies: [
        "Ontology", "GraphModel", "Ingestion", "Extraction", "NutriGraph",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Developer tools
    .executableTarget(
      name: "TrainRanker",
      dependencies: [
        "Ontology", "Linguistics", "GraphModel", "Ingestion", "Extraction",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "TrainParser",
      dependencies: ["Linguistics", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .executableTarget(
      name: "BenchmarkGraph",
      dependencies: [
        "GraphModel", "GraphStore", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Tests
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents"],
      swiftSettings: strict),
    .testTarget(
      name: "OntologyTests",
      dependencies: ["Ontology"],
      resources: [.copy("Fixtures")],
      swiftSettings: strict),
    .testTarget(
      name: "MarkupParsingTests",
      dependencies: ["MarkupParsing"],
      swiftSettings: strict),
    .testTarget(
      name: "LinguisticsTests",
      dependencies: ["Documents", "Linguistics"],
      resources: [.copy("Fixtures")],
      swiftSettings: strict),
    .target(
      name: "GraphTestSupport",
      dependencies: ["Ontology", "GraphModel"],
      path: "Tests/GraphTestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "GraphModelTests",
      dependencies: ["Ontology", "GraphModel", "GraphTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IngestionTests",
      dependencies: ["CZlib", "Documents", "MarkupParsing", "Ingestion"],
      swiftSettings: strict),
    .testTarget(
      name: "ExtractionTests",
      dependencies: ["Documents", "Ontology", "Linguistics", "GraphModel", "Ingestion", "Extraction"],
      swiftSettings: strict),
    .testTarget(
      name: "GraphStoreTests",
      dependencies: ["Ontology", "GraphModel", "GraphStore", "GraphTestSupport"],
      resources: [.copy("Fixtures")],
      swiftSettings: strict),
    .testTarget(
      name: "GraphQueryTests",
      dependencies: ["Ontology", "GraphModel", "GraphStore", "GraphQuery"],
      swiftSettings: strict),
    .testTarget(
      name: "GraphExportTests",
      dependencies: ["Ontology", "GraphModel", "GraphExport"],
      resources: [.copy("Readers")],
      swiftSettings: strict),
    .testTarget(
      name: "NutriGraphTests",
      dependencies: ["Documents", "Ontology", "GraphModel", "Ingestion", "NutriGraph"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: ["NutriGraph"],
      swiftSettings: strict),
  ]
)
