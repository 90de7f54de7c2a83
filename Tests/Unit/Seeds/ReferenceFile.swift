import Foundation

/// A golden file of the folder fixtures/, decoded.
func referenceFile<Content: Decodable>(_ path: String, as type: Content.Type = Content.self) throws -> Content {
  let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
  let file = package.appending(path: "fixtures").appending(path: path)
  return try JSONDecoder().decode(type, from: Foundation.Data(contentsOf: file))
}

/// A word written as hexadecimal digits in a golden file, where JSON's numbers would lose its low bits.
struct HexadecimalWord: Decodable {
  let value: UInt64

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = UInt64(try container.decode(String.self), radix: 16) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected hexadecimal digits")
    }
    self.value = value
  }
}
