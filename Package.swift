// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The instruction set the kernels are compiled for. The numbers do not depend on it (docs/determinism.md), only the
// speed does: GENBENCH_MARCH=x86-64-v3 builds for an older machine. Use another --scratch-path for another value.
// A manifest knows the machine that builds and not the one that it builds for: a cross build has to say
// (GENBENCH_MARCH=armv8-a). Where nobody says, an x86-64 machine builds for itself; every arm64 one has what is needed.
#if arch(x86_64)
  let ownInstructionSet: String? = "native"
#else
  let ownInstructionSet: String? = nil
#endif
let instructionSet =
  (Context.environment["GENBENCH_MARCH"] ?? ownInstructionSet).map { ["-Xcc", "-march=\($0)"] } ?? []

// Plain `swift test` builds without optimisation, which makes the kernels a thousand times slower: so every target asks
// for it. Preconditions and bounds checks stay, and so do their sentences, which -O alone would drop. No contraction: a
// product and a sum fuse only where the source says so.
let portable: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .unsafeFlags([
    "-O", "-assert-config", "Debug", "-enforce-exclusivity=unchecked", "-Xcc", "-fno-math-errno", "-Xcc",
    "-ffp-contract=off",
  ]),
]
let optimised = portable + [.unsafeFlags(instructionSet)]

// A build with an older compiler leaves out these tests: an exit test that takes a value along is new in Swift 6.3.
#if compiler(>=6.3)
  let newerTests: [String] = []
#else
  let newerTests = [
    "Bench/Session/PublicationTests.swift", "Bench/Session/SessionTests.swift", "Learning/BatchBordersTests.swift",
    "Learning/BatchTests.swift", "Storage/Files/DestinationTests.swift", "Storage/Runs/RunStoreTests.swift",
    "Training/Lab/LabCompanyTests.swift", "Training/Powering/AmplificationExperimentTests.swift",
  ]
#endif

// GENBENCH_TESTS=bits builds only the tests that compare bits, and what they need: what a second build, for another
// instruction set, is for.
let onlyComparesBits = Context.environment["GENBENCH_TESTS"] == "bits"
let comparingBits = [
  "Golden/", "Learning/", "Bench/Support/ScratchFolder.swift", "Training/Lab/RecordingListener.swift",
]
let otherTests =
  !onlyComparesBits
  ? []
  : try FileManager.default.subpathsOfDirectory(atPath: Context.packageDirectory + "/Tests/Unit").filter { path in
    path.hasSuffix(".swift")
      && (path.hasPrefix("Learning/Benchmarks/") || !comparingBits.contains { path.hasPrefix($0) })
  }

let package = Package(
  name: "generalization-bench",
  platforms: [.macOS("26.0")],  // for InlineArray
  products: [.executable(name: "genbench", targets: ["genbench"])],
  targets: [
    // Headers: a vector of 16 floats, and no logic. Its one source includes them, so that a change of theirs is noticed.
    .target(name: "CSIMD"),
    // Reproducible randomness.
    .target(name: "Seeds", swiftSettings: portable),
    // What is drawn. It never knows what a network is.
    .target(name: "Data", dependencies: ["Seeds"], swiftSettings: optimised),
    // What learns. It never knows what a graph is.
    .target(name: "Learning", dependencies: ["CSIMD", "Seeds"], swiftSettings: optimised),
    // Values in, text out. It knows neither; of Storage it has how foreign text is made harmless.
    .target(name: "Reports", dependencies: ["Storage"], swiftSettings: optimised),
    // Files, JSON, bytes: what is kept, and how. It knows nothing of what it keeps.
    .target(name: "Storage", dependencies: ["Seeds"], swiftSettings: optimised),
    // What decides a number: how networks read examples, a plan, and the lab that runs it.
    .target(
      name: "Training", dependencies: ["CSIMD", "Data", "Learning", "Seeds", "Storage"], swiftSettings: optimised,
      plugins: ["SourceRevision"]),
    // Compiles into Training the hash of what it was built from: the identity of a kept run. The tool runs while building,
    // on whatever machine that is.
    .plugin(name: "SourceRevision", capability: .buildTool(), dependencies: ["hash-sources"]),
    .executableTarget(name: "hash-sources", dependencies: ["Seeds"], swiftSettings: portable),
    // Small trainings whose last bits are kept: apart, so that whoever compares them builds nothing that judges.
    .target(name: "Golden", dependencies: ["Data", "Learning", "Training"], swiftSettings: optimised),
    // What watches a training once more, and moves no bit of it.
    .target(
      name: "Instruments", dependencies: ["Learning", "Seeds", "Storage", "Training"], swiftSettings: optimised,
      plugins: ["SourceRevision"]),
    // What is claimed of the numbers, and whether it holds.
    .target(
      name: "Judging", dependencies: ["Data", "Instruments", "Learning", "Reports", "Seeds", "Storage", "Training"],
      swiftSettings: optimised),
    // What of it leaves the program: results files, examples, other programs' predictions.
    .target(
      name: "Results", dependencies: ["Data", "Judging", "Learning", "Reports", "Seeds", "Storage", "Training"],
      swiftSettings: optimised),
    // The suite: its task families, its experiments, and the session that runs them.
    .target(
      name: "Bench",
      dependencies: [
        "CSIMD", "Data", "Golden", "Instruments", "Judging", "Learning", "Reports", "Results", "Seeds", "Storage",
        "Training",
      ],
      swiftSettings: optimised),
    // The command line: thin, no logic of its own.
    .executableTarget(
      name: "genbench",
      dependencies: [
        "Bench", "Data", "Instruments", "Judging", "Learning", "Reports", "Results", "Seeds", "Storage", "Training",
      ],
      swiftSettings: optimised),
    // Counts what a test asks of the heap.
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    // Leaves what passes out of a log.
    .target(name: "QuietTests", path: "Tests/QuietTests", publicHeadersPath: "."),
    .testTarget(
      name: "Unit",
      dependencies: [
        "AllocationCounter", "Bench", "CSIMD", "Data", "Golden", "Instruments", "Judging", "Learning", "QuietTests",
        "Reports", "Results", "Seeds", "Storage", "Training", "hash-sources",
      ],
      exclude: Array(Set(newerTests + otherTests)).sorted(),
      swiftSettings: optimised),
    .testTarget(
      name: "Generalization",
      dependencies: ["Bench", "Judging", "QuietTests", "Reports", "Results", "Storage", "Training"],
      swiftSettings: optimised),
  ]
)

if onlyComparesBits {
  let needed: Set = [
    "AllocationCounter", "CSIMD", "Data", "Golden", "Learning", "QuietTests", "Seeds", "SourceRevision", "Storage",
    "Training", "Unit", "hash-sources",
  ]
  package.products = []
  package.targets.removeAll { !needed.contains($0.name) }
  for target in package.targets {
    target.dependencies.removeAll { if case .byNameItem(let name, _) = $0 { !needed.contains(name) } else { false } }
  }
}
