/// A node of a tree of seeds: 128 bits that every random thing below it depends on.
///
/// ```swift
/// let replicate = Seed(root: 1).child("graphs/on-path").child(3)
/// var weights = replicate.child("weights").generator()
/// var example = replicate.child("data").generator(at: 41)
/// ```
///
/// A child is a hash of its parent and its label, so neighbouring indices share nothing; `seed + index` would make
/// neighbours share nearly all their items. The hash is the block function of the generator itself: the parent is the
/// key, the label is the counter, as in Random123 and in JAX's `fold_in`. It keeps accidents apart, not adversaries:
/// it is no cryptography.
package struct Seed: Hashable, Sendable {
  @usableFromInline let word0: UInt64
  @usableFromInline let word1: UInt64

  /// A tree's root.
  package init(root: UInt64) { self.init(root, 0) }

  private init(_ word0: UInt64, _ word1: UInt64) { (self.word0, self.word1) = (word0, word1) }

  /// The child of this name. Labels are absorbed by their UTF-8 bytes, 16 at a time, each time with the length of the
  /// whole.
  package func child(_ label: String) -> Seed {
    let bytes = Array(label.utf8)
    var seed = self
    var start = 0
    repeat {
      let words = (Seed.word(of: bytes, from: start), Seed.word(of: bytes, from: start + 8))
      seed = seed.absorbing(words.0, words.1, UInt64(bytes.count), .label)
      start += 16
    } while start < bytes.count
    return seed
  }

  /// The child of this number. `child(7)` and `child("7")` differ.
  package func child(_ index: Int) -> Seed {
    precondition(index >= 0, "A child's number counts from 0; \(index) was asked for.")
    return absorbing(UInt64(index), 0, 0, .index)
  }

  /// This node's own stream: the same as `generator(at: 0)`.
  @inlinable
  package func generator() -> Generator { Generator(key0: word0, key1: word1, index: 0) }

  /// The stream of item `index` of this node, at no cost: the index goes into the counter, nothing is hashed.
  @inlinable
  package func generator(at index: Int) -> Generator {
    precondition(index >= 0, "A stream's number counts from 0; \(index) was asked for.")
    return Generator(key0: word0, key1: word1, index: UInt64(index))
  }

  /// What a block is for stands in the last word of its counter. Streams have 0 there: no child is ever a stream's
  /// output.
  private enum Purpose: UInt64 { case label = 1, index }

  private func absorbing(_ a: UInt64, _ b: UInt64, _ length: UInt64, _ purpose: Purpose) -> Seed {
    let block = Philox.block(.init(a, b, length, purpose.rawValue), key0: word0, key1: word1)
    return Seed(block.w0, block.w1)
  }

  /// Eight bytes, the first lowest, with zeros past the end.
  private static func word(of bytes: [UInt8], from start: Int) -> UInt64 {
    bytes.dropFirst(start).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension Seed: CustomStringConvertible {
  /// 32 hexadecimal digits, the first word first.
  package var description: String { hexadecimal(word0) + hexadecimal(word1) }
}

private func hexadecimal(_ word: UInt64) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
