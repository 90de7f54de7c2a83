/// An undirected edge between two different vertices, the smaller first. Vertices count from 1.
package struct Edge: Hashable, Sendable {
  package let a: UInt8
  package let b: UInt8

  /// The edge between `u` and `v`, in either order.
  package init(_ u: Int, _ v: Int) {
    precondition(
      u != v && 1...255 ~= u && 1...255 ~= v, "An edge joins two different vertices of 1...255, not \(u) and \(v).")
    (a, b) = (UInt8(min(u, v)), UInt8(max(u, v)))
  }
}

extension Edge: Comparable {
  package static func < (left: Edge, right: Edge) -> Bool { (left.a, left.b) < (right.a, right.b) }
}

extension Edge: CustomStringConvertible {
  package var description: String { "\(a)-\(b)" }
}
