import Storage
import Data

/// How exported examples stand in a file.
package enum ExportFormat: String, Sendable, CaseIterable {
  /// An object a line.
  case jsonl
  /// An array a column, for NumPy.
  case npz
  /// An array a column, for the safetensors library.
  case safetensors

  package static func named(_ name: String) throws(UnknownName) -> ExportFormat {
    guard let format = ExportFormat(rawValue: name) else {
      throw UnknownName(kind: "format", asked: name, known: allCases.map(\.rawValue))
    }
    return format
  }
}
