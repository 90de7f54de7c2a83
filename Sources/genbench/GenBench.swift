import Data
import Foundation
import Storage

/// `genbench`: reads the words, calls the library, prints, and says by its exit code how it went.
@main struct GenBench {
  static func main() async {
    // A file that outgrows its limit is then an error that names the file, and no sudden end.
    signal(SIGXFSZ, SIG_IGN)
    let environment = ProcessInfo.processInfo.environment
    let code = await run(Array(CommandLine.arguments.dropFirst()), environment)
    exit(code.rawValue)
  }

  private static func run(_ words: [String], _ environment: [String: String]) async -> ExitCode {
    guard let name = words.first, !["--help", "-h", "help"].contains(name) else {
      print(Help.overview)
      return words.isEmpty ? .usage : .success
    }
    do {
      guard let command = Command(rawValue: name) else {
        throw UnknownName(kind: "command", asked: name, known: Command.allCases.map(\.rawValue))
      }
      if words.contains("--help") || words.contains("-h") {
        print(command.declaration.help)
        return .success
      }
      let arguments = try Arguments(Array(words.dropFirst()), command.declaration)
      return try await command.run(arguments, environment)
    } catch {
      StandardError.write("error: \(error)")
      return ExitCode(error)
    }
  }
}
