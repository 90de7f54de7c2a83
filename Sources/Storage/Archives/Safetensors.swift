/// A safetensors file: a header in JSON, then the numbers (huggingface.co/docs/safetensors). Of its types we know F32 and
/// I32. Everything else about a file is checked, because it may come from anywhere.
package struct Safetensors: Sendable, Hashable {
  package let file: String
  var tensors: [String: Tensor]
  /// Remarks about the whole file.
  package internal(set) var metadata: [String: String]

  /// - Parameter file: where it comes from or goes to, for messages.
  package init(_ tensors: [String: Tensor], metadata: [String: String] = [:], file: String) {
    self.tensors = tensors
    self.metadata = metadata
    self.file = file
  }

  /// - Throws: `FileProblem`, or `SafetensorsProblem` where the file is missing or not whole.
  package static func read(_ path: String) throws -> Safetensors {
    guard let bytes = try AtomicFile.read(path) else {
      throw SafetensorsProblem(file: path, field: "", what: "is missing", mend: "check the path")
    }
    return try Safetensors(bytes: bytes, file: path)
  }

  /// In the order of their bytes.
  package var names: [String] { tensors.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  package subscript(name: String) -> Tensor? {
    get { tensors[name] }
    set { tensors[name] = newValue }
  }

  static let mend = "write it again with the program that made it"

  package func problem(_ field: String, _ what: String) -> SafetensorsProblem {
    SafetensorsProblem(file: file, field: field, what: what, mend: Self.mend)
  }

  /// The floats of a tensor that must have this shape.
  package func floats(_ name: String, shape: [Int]) throws(SafetensorsProblem) -> [Float] {
    let tensor = try tensor(name, shape)
    guard case .floats(let values) = tensor.values else { throw problem(name, "has the type I32, not F32") }
    return values
  }

  /// The whole numbers of a tensor that must have this shape, each within the range.
  package func integers(_ name: String, shape: [Int], in range: Range<Int32>) throws(SafetensorsProblem) -> [Int32] {
    let tensor = try tensor(name, shape)
    guard case .integers(let values) = tensor.values else { throw problem(name, "has the type F32, not I32") }
    if let stranger = values.first(where: { !range.contains($0) }) {
      throw problem(name, "holds \(stranger), which is not in \(range)")
    }
    return values
  }

  private func tensor(_ name: String, _ shape: [Int]) throws(SafetensorsProblem) -> Tensor {
    guard let tensor = tensors[name] else { throw problem(name, "is missing") }
    guard tensor.shape == shape else { throw problem(name, "has the shape \(tensor.shape), not \(shape)") }
    return tensor
  }
}
