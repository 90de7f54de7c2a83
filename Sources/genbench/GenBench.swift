import Data
import Foundation
import Storage
import Training

/// `genbench`: reads the words, calls the library, prints, and says by its exit code how it went.
@main struct GenBench {
  static func main() async {
    // A file that outgrows its limit is then an error that names the file, and no sudden end.
    signal(SIGXFSZ, SIG_IGN)
    StandardStream.prepare()
    exit(await runListening().rawValue)
  }

  /// Whoever exits gives nothing back: what listens to signals is let go of before.
  private static func runListening() async -> ExitCode {
    let interruptions = Interruptions()
    let sources = interruptions.listen()
    let code = await run(interruptions)
    for source in sources { source.cancel() }
    return code
  }

  private static func run(_ interruptions: Interruptions) async -> ExitCode {
    do {
      return try await run(TypedWords.arguments(), TypedWords.environment(), interruptions)
    } catch let problem as FileProblem where problem.isReaderGone {
      return .world
    } catch {
      let code = error is Stopped ? interruptions.exitCode ?? .stopped : ExitCode(error)
      do {
        try StandardStream.errors.write(line: "error: \(error)")
        return code
      } catch {
        return code.isStopped ? code : .world
      }
    }
  }

  private static func run(
    _ words: [String], _ environment: [String: String], _ interruptions: Interruptions
  ) async throws -> ExitCode {
    guard let name = words.first, !["--help", "-h", "help"].contains(name) else {
      try StandardStream.output.write(line: Help.overview)
      return words.isEmpty ? .usage : .success
    }
    guard let command = Command(rawValue: name) else {
      throw UnknownName(kind: "command", asked: name, known: Command.allCases.map(\.rawValue))
    }
    if words.contains("--help") || words.contains("-h") {
      try StandardStream.output.write(line: command.declaration.help)
      return .success
    }
    let arguments = try Arguments(Array(words.dropFirst()), command.declaration)
    if command.needsPackage, let remark = PackageFolder.found.remark {
      try StandardStream.errors.write(line: "note: \(remark.printable)")
    }
    return try await command.run(arguments, environment, interruptions)
  }
}
