// swift-tools-version: 6.2
import PackageDescription

// The instruction set the kernels are compiled for. The numbers do not depend on it (docs/determinism.md), only the
// speed does: GENBENCH_MARCH=x86-64-v3 builds for an older machine. Use another --scratch-path for another value.
#if arch(x86_64)
  let instructionSet = ["-Xcc", "-march=\(Context.environment["GENBENCH_MARCH"] ?? "native")"]
#else
  let instructionSet: [String] = []
#endif

// Plain `swift test` builds without optimisation, which makes the kernels a thousand times slower: so every target asks
// for it. Preconditions and bounds checks stay, and so do their sentences, which -O alone would drop. No contraction: a
// product and a sum fuse only where the source says so.
let optimised: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .unsafeFlags(
    [
      "-O", "-assert-config", "Debug", "-enforce-exclusivity=unchecked", "-Xcc", "-fno-math-errno", "-Xcc",
      "-ffp-contract=off",
    ] + instructionSet),
]

let package = Package(
  name: "generalization-bench",
  platforms: [.macOS("26.0")],  // for InlineArray
  products: [.executable(name: "genbench", targets: ["genbench"])],
  targets: [
    // Headers: a vector of 16 floats, and no logic. Its one source includes them, so that a change of theirs is noticed.
    .target(name: "CSIMD"),
    // Reproducible randomness.
    .target(name: "Seeds", swiftSettings: optimised),
    // What is drawn. It never knows what a network is.
    .target(name: "Data", dependencies: ["Seeds"], swiftSettings: optimised),
    // What learns. It never knows what a graph is.
    .target(name: "Learning", dependencies: ["CSIMD", "Seeds"], swiftSettings: optimised),
    // Values in, text out. It knows neither.
    .target(name: "Reports", swiftSettings: optimised),
    // What is claimed and judged: the only place that joins them.
    .target(name: "Bench", dependencies: ["CSIMD", "Seeds", "Data", "Learning", "Reports"], swiftSettings: optimised),
    // The command line: thin, no logic of its own.
    .executableTarget(
      name: "genbench", dependencies: ["Bench", "Data", "Learning", "Reports", "Seeds"], swiftSettings: optimised),
    // Counts what a test asks of the heap.
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .testTarget(
      name: "Unit",
      dependencies: ["AllocationCounter", "Bench", "CSIMD", "Data", "Learning", "Reports", "Seeds"],
      swiftSettings: optimised),
    .testTarget(name: "Generalization", dependencies: ["Bench", "Reports"], swiftSettings: optimised),
  ]
)
