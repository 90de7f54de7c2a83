import Foundation
import Reports
import Storage

extension RunReport {
  /// - Throws: `FileProblem` for a file that is missing or cannot be opened, `ResultsProblem` for one that is cut, foreign
  ///   or of a newer version.
  package static func read(_ path: String) throws -> RunReport {
    guard let bytes = try AtomicFile.read(path) else { throw FileProblem(path: path, attempt: "open", code: ENOENT) }
    return try RunReport(jsonLines: bytes, file: path)
  }

  /// - Parameter file: for messages.
  package init(jsonLines bytes: [UInt8], file: String) throws(ResultsProblem) {
    self = try ResultsReader.report(bytes, file: file)
  }
}
