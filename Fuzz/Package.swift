// swift-tools-version: 6.2
import PackageDescription

// A package of its own because its flags would bar the main one from being a dependency. The sources of the fuzzed
// targets are linked in, so that they are compiled with the fuzzer's instrumentation.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableExperimentalFeature("Extern"),
  .unsafeFlags(["-sanitize=fuzzer,address"]),
]

let package = Package(
  name: "Fuzz",
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .target(name: "Documents", swiftSettings: strict),
    .target(name: "MarkupParsing", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(name: "Ingestion", dependencies: ["CZlib", "Documents", "MarkupParsing"], swiftSettings: strict),
    .executableTarget(
      name: "Fuzz", dependencies: ["Documents", "Ingestion"], swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ]
)
