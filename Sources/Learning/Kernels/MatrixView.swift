/// A float matrix somewhere in memory: element (r, c) is `base[r * rowStride + c * columnStride]`.
struct MatrixView {
  var base: UnsafePointer<Float>
  var rowStride: Int
  var columnStride: Int
}
