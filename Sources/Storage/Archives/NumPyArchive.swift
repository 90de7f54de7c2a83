/// An `.npz` file as `numpy.load` reads it: a zip archive of one `.npy` file an array, not compressed. The same arrays
/// give the same bytes: entries have no time of their own.
package struct NumPyArchive {
  /// In the order they are written.
  package let arrays: [(name: String, tensor: Tensor)]
  /// The archive's comment.
  package let comment: String

  package init(arrays: [(name: String, tensor: Tensor)], comment: String) {
    self.arrays = arrays
    self.comment = comment
  }

  /// Pieces of the file, an array each.
  package var chunks: [[UInt8]] {
    var archive = ZipArchive(comment: comment)
    return arrays.map { archive.entry("\($0.name).npy", Self.file($0.tensor)) } + [archive.end]
  }

  /// Version 1 of the format (numpy.lib.format): a magic string, a dictionary in Python's syntax padded so that the
  /// numbers begin at a multiple of 64, the numbers.
  static func file(_ tensor: Tensor) -> [UInt8] {
    let axes = tensor.shape.map(String.init).joined(separator: ", ")
    let shape = tensor.shape.count == 1 ? "(\(axes),)" : "(\(axes))"
    var header = "{'descr': '\(tensor.values.isFloat ? "<f4" : "<i4")', 'fortran_order': False, 'shape': \(shape), }"
    let fixed = 10 + header.utf8.count + 1
    header += String(repeating: " ", count: (64 - fixed % 64) % 64) + "\n"
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    bytes.append(littleEndian: UInt16(header.utf8.count))
    return bytes + Array(header.utf8) + tensor.values.littleEndianBytes
  }
}
