import Foundation

/// The `genbench` that was built beside these tests, run as anybody would.
struct BuiltTool {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) is not there: swift build --build-tests makes it" }
  }

  let scratch: ScratchFolder

  /// In the folder of the test bundle, which on Linux is the program itself.
  private static var executable: URL {
    #if os(Linux)
      let folder = Bundle.main.bundleURL
    #else
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      let folder = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    #endif
    return folder.appending(path: "genbench")
  }

  /// Where a sanitizer writes its reports, and what it leaves out (tools/sanitize).
  private static let sanitizers = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  /// Runs it to its end, with a store of its own and else nothing of this process's environment.
  func callAsFunction(_ words: String..., environment: [String: String] = [:]) async throws -> Outcome {
    try await self(words, environment: environment)
  }

  func callAsFunction(_ words: [String], environment: [String: String] = [:]) async throws -> Outcome {
    try await run(words, environment)
  }

  /// The same from a line of bash, in which `"$@"` stands for the tool and its words.
  func under(_ line: String, _ words: String..., environment: [String: String] = [:]) async throws -> Outcome {
    try await under(line, words: words, environment: environment)
  }

  func under(_ line: String, words: [String], environment: [String: String] = [:]) async throws -> Outcome {
    let environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"].merging(environment) { $1 }
    return try await run(words, environment, under: line)
  }

  private func run(_ words: [String], _ environment: [String: String], under line: String? = nil) async throws
    -> Outcome
  {
    let executable = Self.executable
    guard FileManager.default.isExecutableFile(atPath: executable.path) else { throw Missing(path: executable.path) }
    let name = UUID().uuidString
    let process = Process()
    process.executableURL = line == nil ? executable : URL(filePath: "/bin/bash")
    process.arguments = line.map { ["-c", $0, "bash", executable.path] + words } ?? words
    process.currentDirectoryURL = URL(filePath: scratch.path)
    process.environment = ["GENBENCH_STORE": scratch("store")].merging(Self.sanitizers) { $1 }
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let files = (output: try file(".\(name).out"), errors: try file(".\(name).err"))
    process.standardOutput = files.output
    process.standardError = files.errors
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    for file in [files.output, files.errors] { try file.close() }
    return Outcome(
      // A signal is no exit status.
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try taken(".\(name).out"), errors: try taken(".\(name).err"))
  }

  private func file(_ name: String) throws -> FileHandle {
    try Foundation.Data().write(to: URL(filePath: scratch(name)))
    return try FileHandle(forWritingTo: URL(filePath: scratch(name)))
  }

  private func taken(_ name: String) throws -> String {
    defer { try? FileManager.default.removeItem(atPath: scratch(name)) }
    return try String(contentsOfFile: scratch(name), encoding: .utf8)
  }
}
