import Foundation

extension JSONLinesError {
  /// What Foundation found while it read the types of a line.
  private init(_ error: DecodingError, file: String, line: Int, mend: String) {
    let (field, problem): (String?, String) =
      switch error {
      case .keyNotFound(let key, _): (key.stringValue, "it is missing.")
      case .typeMismatch(let type, let context): (context.field, "it is not of the type \(type).")
      case .valueNotFound(let type, let context): (context.field, "it is null, not of the type \(type).")
      case .dataCorrupted(let context): (context.field, "it is not valid JSON: \(context.debugDescription)")
      @unknown default: (nil, "it cannot be read: \(error).")
      }
    self.init(file: file, line: line, field: field, problem: problem, mend: mend)
  }

  /// The values of one line, of the right types and not checked further.
  /// - Parameter mend: how a right line looks.
  static func record<Record: Decodable>(
    _ type: Record.Type, of text: String, file: String, line: Int, mend: String
  ) throws(JSONLinesError) -> Record {
    do {
      return try JSONDecoder().decode(type, from: Foundation.Data(text.utf8))
    } catch let error as DecodingError {
      throw JSONLinesError(error, file: file, line: line, mend: mend)
    } catch {
      throw JSONLinesError(file: file, line: line, field: nil, problem: "\(error).", mend: "Write the line again.")
    }
  }

  /// The lines of a whole file's text. The empty one after the last line break is none.
  static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map(String.init)
  }
}

extension DecodingError.Context {
  /// The outermost key: `edges` for something inside the edges.
  fileprivate var field: String? { codingPath.first?.stringValue }
}

extension KeyedDecodingContainer {
  /// The value of a key. Of 5.5 where an integer is due Foundation says that the data are corrupt, and not where: this
  /// names the key.
  func named<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value {
    do {
      return try decode(type, forKey: key)
    } catch let error as DecodingError {
      throw error
    } catch {
      throw DecodingError.typeMismatch(type, .init(codingPath: codingPath + [key], debugDescription: "\(error)"))
    }
  }
}
